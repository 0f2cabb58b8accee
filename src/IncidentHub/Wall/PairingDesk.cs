using System.Collections.Immutable;
using FluentValidation;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;

namespace IncidentHub.Wall;

public abstract record PairingOutcome
{
    public sealed record Done : PairingOutcome;
    /// <summary>There is no such code: mistyped, over, used already. One answer for all.</summary>
    public sealed record NoSuchCode : PairingOutcome;
    public sealed record TooOften(DateTimeOffset Until) : PairingOutcome;
    /// <summary>One of the incidents said no; nothing was paired.</summary>
    public sealed record Refused(IncidentId Incident, Outcome Why) : PairingOutcome;
    public sealed record Unavailable(StorageFault Fault) : PairingOutcome;
}

/// <summary>
/// Pairs a screen with incidents and takes incidents off it. Each incident's own log decides whether a screen may show it; the screen's row says which ones it is to show.
/// What is given is logged before the screen shows it, and what is taken is gone from the screen before it is logged.
/// </summary>
public sealed class PairingDesk(Walls walls, Desk desk, RoomDirectory rooms, People people, PairingAttempts attempts, TimeProvider time)
{
    public async Task<PairingOutcome> Pair(PairingRequest request, Actor coordinator)
    {
        PairingRequest.Validator.ValidateAndThrow(request);
        if (attempts.WaitUntil(coordinator.Person) is { } wait)
            return new PairingOutcome.TooOften(wait);
        try
        {
            // As the account is now: an open page may be older.
            if (await people.Find(coordinator.Person) is not { IsCoordinator: true } || await walls.Offering(PairingCode.Read(request.Code)!) is not { } wall)
                return Failed(coordinator);
            attempts.Succeeded(coordinator.Person);
            return await Pair(request, wall, coordinator);
        }
        catch (Exception error) when (StorageFaults.Of(error) is { } fault)
        {
            return new PairingOutcome.Unavailable(fault);
        }
    }

    /// <summary>Null when it is done. The screen loses these incidents; others that it shows aren't this coordinator's to take.</summary>
    public async Task<Outcome?> Release(PersonId wall, IReadOnlyCollection<IncidentId> incidents, Actor coordinator)
    {
        try
        {
            if (await people.Find(coordinator.Person) is not { } actor)
                return new Outcome.Rejected(new Rejection(RejectionCode.NotFound));
            var theirs = new List<IncidentId>();
            foreach (var incident in incidents)
            {
                if ((await rooms.Room(incident)).State.ViewpointOf(actor) is { Role: Role.Coordinator })
                    theirs.Add(incident);
            }
            await walls.Unbind(wall, theirs);
            var outcomes = new List<Outcome>();
            foreach (var incident in incidents)
                outcomes.Add(await desk.Submit(incident, new ReleaseWall { CommandId = Guid.NewGuid(), Reason = "", Wall = wall }, coordinator));
            return outcomes.Find(o => o is not Outcome.Done);
        }
        catch (Exception error) when (StorageFaults.Of(error) is { } fault)
        {
            return new Outcome.Unavailable(fault);
        }
    }

    PairingOutcome.NoSuchCode Failed(Actor coordinator)
    {
        attempts.Failed(coordinator.Person);
        return new PairingOutcome.NoSuchCode();
    }

    async Task<PairingOutcome> Pair(PairingRequest request, WallState wall, Actor coordinator)
    {
        var command = request.Command(wall.Actor.Person, time.GetUtcNow());
        var given = new List<IncidentId>();
        foreach (var incident in request.Incidents.Distinct())
        {
            var outcome = await desk.Submit(incident, command with { CommandId = Guid.NewGuid() }, coordinator);
            if (outcome is not Outcome.Done)
            {
                await TakeBack(given, wall, coordinator);
                return new PairingOutcome.Refused(incident, outcome);
            }
            given.Add(incident);
        }
        try
        {
            if (await walls.Bind(wall, new PairedWall(command.Wall, command.Name.Trim(), command.Place.Trim(), command.Until), coordinator, given))
                return new PairingOutcome.Done();
        }
        catch (Exception error) when (StorageFaults.Of(error) is { } fault)
        {
            await TakeBack(given, wall, coordinator);
            return new PairingOutcome.Unavailable(fault);
        }
        await TakeBack(given, wall, coordinator);
        return new PairingOutcome.NoSuchCode();
    }

    async Task TakeBack(IEnumerable<IncidentId> given, WallState wall, Actor coordinator)
    {
        foreach (var incident in given)
            await desk.Submit(incident, new ReleaseWall { CommandId = Guid.NewGuid(), Reason = "", Wall = wall.Actor.Person }, coordinator);
    }
}
