using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.Tests.Support;

/// <summary>The steps of <see cref="ABriefing"/> in a running product: each returns what came of it.</summary>
public static class Telling
{
    /// <summary>An entry of BSSN's, its words proposed by BIN, agreed to by BSSN and let out by KPU's coordinator.</summary>
    public static async Task<Reference> Release(this Node node, IncidentId incident, string title = "Akses ditutup.", DateTimeOffset? embargo = null, Marking? marking = null) =>
        await node.Publish(incident, await node.Agreed(incident, await node.Accept(incident, ABriefing.Source, ACommand.Write(marking)), title), embargo);

    /// <summary>Agreed to, and not let out.</summary>
    public static async Task<Reference> Agreed(this Node node, IncidentId incident, Reference of, string title = "Akses ditutup.", BriefingSection section = BriefingSection.Step)
    {
        var release = await node.Proposed(incident, ABriefing.Proposer, ACommand.Propose(of, section) with { Title = title });
        var proposed = (await node.StateOf(incident)).Releases[release];
        if (proposed.State is ReleaseState.Proposed)
            await node.Accept(incident, People.LiaisonOf(proposed.SourceAgency.Code), ACommand.Agree(proposed));
        return release;
    }

    public static async Task<Reference> Proposed(this Node node, IncidentId incident, Actor proposer, ProposeRelease command) => await node.Made(incident, proposer, command);

    public static async Task<Reference> Publish(this Node node, IncidentId incident, Reference release, DateTimeOffset? embargo = null)
    {
        await node.Accept(incident, ABriefing.Publisher, ACommand.Publish(release, (await node.StateOf(incident)).Releases[release].Changes) with { EmbargoUntil = embargo });
        return release;
    }

    public static Task<Reference> Compose(this Node node, IncidentId incident, ComposeEdition? command = null) => node.Made(incident, ABriefing.Composer, command ?? ACommand.Compose());

    public static async Task Approve(this Node node, IncidentId incident, Reference edition)
    {
        var state = await node.StateOf(incident);
        var preview = (await node.Get<BriefingReader>().Preview(state.Reference, ABriefing.Approver, state.Editions[edition].Draft)).ShouldNotBeNull();
        await node.Accept(incident, ABriefing.Approver, ACommand.Approve(edition, state.Editions[edition].Changes, preview.Fingerprint));
    }

    /// <summary>Composed by BIN, approved by BSSN, frozen by KPU's coordinator.</summary>
    public static async Task<Reference> Brief(this Node node, IncidentId incident, ComposeEdition? command = null)
    {
        var edition = await node.Compose(incident, command);
        await node.Approve(incident, edition);
        await node.Accept(incident, ABriefing.Publisher, ACommand.Freeze(edition));
        return edition;
    }

    /// <summary>What the command's first event is about.</summary>
    public static async Task<Reference> Made(this Node node, IncidentId incident, Actor actor, Command command)
    {
        var entry = await node.Accept(incident, actor, command);
        return (await node.Index.Find(incident, [entry])).Single().Content!.Events.OfType<SubjectEvent>().First().Subject;
    }

    public static async Task<IncidentState> StateOf(this Node node, IncidentId incident) => (await node.Rooms.Room(incident)).State;
}
