using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>
/// An incident in a named state, reached by real commands: <c>AnIncident.Open().InPhase(Phase.Active)</c>. Immutable.
/// It does for decisions what the desk does, without a log: looks up what a command cites and names, and mints its reference.
/// </summary>
public sealed record AnIncident
{
    public static readonly DateTimeOffset Now = new(2023, 11, 28, 3, 15, 0, TimeSpan.Zero);

    public required IncidentState State { get; init; }
    public ImmutableList<TimelineEntry> Entries { get; init; } = [];

    /// <summary>The present moment of its decisions.</summary>
    public DateTimeOffset Time { get; init; } = Now;

    /// <summary>The active accounts; whoever isn't here doesn't exist.</summary>
    public ImmutableDictionary<PersonId, Actor> Accounts { get; init; } = ImmutableDictionary<PersonId, Actor>.Empty;

    public RulePack Rules { get; init; } = AnObligation.Rules;

    /// <summary>Before anybody opened it, though everybody has an account.</summary>
    public static AnIncident NotYetOpen() => new()
    {
        State = IncidentState.Before(new IncidentId(new Guid("3c5d5c0e-0000-4000-8000-000000000001"))),
        Accounts = People.All.ToImmutableDictionary(a => a.Person),
    };

    /// <summary>Opened by KPU's coordinator, with one liaison of each of the five agencies.</summary>
    public static AnIncident Open(Tlp label = Tlp.Amber) =>
        NotYetOpen().After(People.Coordinator, ACommand.OpenWithTeam() with { Tlp = label });

    public AnIncident InPhase(Phase phase) =>
        WayTo(phase).Aggregate(this, (incident, step) => incident.After(People.Coordinator, ACommand.ChangePhase(step)));

    public AnIncident WithMembers(params Actor[] people) =>
        people.Aggregate(this, (incident, person) =>
            (incident with { Accounts = incident.Accounts.SetItem(person.Person, person) }).After(People.Coordinator, ACommand.Add(person)));

    public AnIncident WithWall(Actor? wall = null) => After(People.Coordinator, ACommand.Pair(wall));

    public AnIncident WithoutMember(Actor person) => After(People.Coordinator, ACommand.Remove(person));

    public AnIncident WithProposedCrisisStatus(CrisisStatus proposed) =>
        After(People.LiaisonOf("BSSN"), ACommand.ProposeCrisisStatus(proposed));

    public AnIncident WithEntry(Actor author, Marking marking, out Reference reference)
    {
        var incident = After(author, author.Role is Role.Auditor ? ACommand.AuditNote(marking) : ACommand.Write(marking));
        reference = incident.Last.Reference;
        return incident;
    }

    /// <summary>As after a lawful erasure: the entry stands, its body is gone.</summary>
    public AnIncident WithErased(Reference reference) =>
        this with { Entries = Entries.ConvertAll(e => e.Content?.Reference == reference ? e with { Content = null } : e) };

    public AnIncident At(DateTimeOffset time) => this with { Time = time };

    public AnIncident Later(TimeSpan time) => At(Time + time);

    /// <summary>As the product does when a deadline passed.</summary>
    public AnIncident AfterOverdue(Reference subject) =>
        After(People.System, MarkOverdue.Of(State.Id, State.Deadlines.Single(d => d.Subject == subject)));

    public EntryContent Last => Entries[^1].Content!;

    public Decision Try(Actor actor, Command command) => command.Decide(State, ContextFor(actor, command));

    /// <summary>The entry that the command gives; fails the test when it is refused.</summary>
    public EntryContent Accept(Actor actor, Command command) => Try(actor, command).ShouldBeOfType<Decision.Accepted>().Entry;

    /// <summary>Why the command is refused; fails the test when it is accepted.</summary>
    public Rejection Refuse(Actor actor, Command command) => Try(actor, command).ShouldBeOfType<Decision.Refused>().Reason;

    public AnIncident After(Actor actor, Command command)
    {
        var entry = new TimelineEntry(State.Number + 1, Time.AddMinutes(State.Number), Accept(actor, command));
        return this with { State = State.Apply(entry), Entries = Entries.Add(entry) };
    }

    static Phase[] WayTo(Phase phase) => phase switch
    {
        Phase.Reported => [],
        Phase.Triage => [Phase.Triage],
        Phase.Dismissed => [Phase.Triage, Phase.Dismissed],
        _ => [Phase.Triage, .. Enum.GetValues<Phase>().Where(p => p >= Phase.Active && p <= phase)],
    };

    CommandContext ContextFor(Actor actor, Command command) => new(
        actor,
        Time,
        Reference.Mint("E", 8, "a key of this incident"u8, command.CommandId, attempt: 0),
        Entries.Where(e => e.Content is not null && command.Cites.Contains(e.Content.Reference)).ToImmutableDictionary(e => e.Content!.Reference),
        Accounts.Where(a => command.Names.Contains(a.Key)).ToImmutableDictionary(),
        Rules);
}
