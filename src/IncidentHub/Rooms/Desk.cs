using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Storage;

namespace IncidentHub.Rooms;

/// <summary>
/// The one door for everything that anybody wants done: checks the command's shape and who asks, and brings it to its room. Who asks is
/// looked up each time: an open page may be older than the account's last change.
/// </summary>
public sealed class Desk(RoomDirectory rooms, People people)
{
    public Task<Outcome> Open(OpenIncident command, Actor actor) => Submit(OpenIncident.IdFor(actor.Person, command.CommandId), command, actor);

    public async Task<Outcome> Submit(IncidentId incident, Command command, Actor actor)
    {
        if (Validate(command) is { } invalid)
            return invalid;
        try
        {
            var sender = actor.Role is Role.System ? actor : await people.Find(actor.Person);
            if (sender is null || sender.Role != actor.Role || sender.Agency != actor.Agency)
                return new Outcome.Rejected(new Rejection(RejectionCode.NotFound));
            var named = command.Names.IsEmpty ? ImmutableDictionary<PersonId, Actor>.Empty : await people.Find(command.Names);
            var room = await rooms.Room(incident);
            return await room.Submit(command, sender, named);
        }
        catch (Exception error) when (StorageFaults.Of(error) is { } fault)
        {
            return new Outcome.Unavailable(fault);
        }
    }

    static Outcome.Invalid? Validate(Command command)
    {
        var result = command.Validator.Validate(new FluentValidation.ValidationContext<object>(command));
        return result.IsValid ? null : new Outcome.Invalid([.. result.Errors.Select(e => new FieldError(e.PropertyName, e.ErrorCode))]);
    }
}
