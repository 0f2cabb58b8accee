using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>
/// Releases, editions and questions in a named state, reached by real steps: BIN proposes, the source's liaison agrees, KPU's coordinator
/// releases; BIN composes, BSSN approves, KPU's coordinator freezes.
/// </summary>
public static class ABriefing
{
    public static readonly Actor Source = People.LiaisonOf("BSSN");
    public static readonly Actor Proposer = People.LiaisonOf("BIN");
    public static readonly Actor Publisher = People.Coordinator;
    public static readonly Actor Composer = Proposer;
    public static readonly Actor Approver = Source;

    /// <summary>Of an entry of BSSN's that the whole team sees.</summary>
    public static AnIncident WithRelease(this AnIncident incident, out Reference release, ReleaseState state = ReleaseState.Released, Marking? marking = null) =>
        incident.WithEntry(Source, marking ?? Marking.WholeTeam(Tlp.Amber), out var entry).WithReleaseOf(entry, out release, state);

    public static AnIncident WithReleaseOf(
        this AnIncident incident, Reference of, out Reference release, ReleaseState state = ReleaseState.Released, BriefingSection section = BriefingSection.Step, Tlp label = Tlp.Clear) =>
        incident.WithRelease(Proposer, ACommand.Propose(of, section, label), out release, state);

    public static AnIncident WithRelease(this AnIncident incident, Actor proposer, ProposeRelease command, out Reference release, ReleaseState state = ReleaseState.Released)
    {
        var after = incident.After(proposer, command);
        release = after.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<ReleaseProposed>().Subject;
        return after.WithReleaseIn(state, release);
    }

    public static Release Release(this AnIncident incident, Reference release) => incident.State.Releases[release];

    public static AnIncident Publish(this AnIncident incident, Reference release, DateTimeOffset? embargo = null) =>
        incident.After(Publisher, ACommand.Publish(release, incident.Release(release).Changes) with { EmbargoUntil = embargo });

    public static AnIncident WithEdition(this AnIncident incident, out Reference edition, EditionState state = EditionState.Frozen, BriefingSession session = BriefingSession.Open) =>
        incident.WithEdition(ACommand.Compose(session), out edition, state);

    public static AnIncident WithEdition(this AnIncident incident, ComposeEdition command, out Reference edition, EditionState state = EditionState.Frozen)
    {
        var after = incident.After(Composer, command);
        edition = after.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<EditionComposed>().Subject;
        return state switch
        {
            EditionState.Draft => after,
            EditionState.Discarded => after.After(Composer, ACommand.Discard(edition)),
            EditionState.Approved => after.Approve(edition),
            _ => after.Approve(edition).After(Publisher, ACommand.Freeze(edition)),
        };
    }

    public static Edition Edition(this AnIncident incident, Reference edition) => incident.State.Editions[edition];

    /// <summary>What whoever approves it reads first.</summary>
    public static EditionDocument Preview(this AnIncident incident, Reference edition) =>
        BriefingContent.Of(incident.State, incident.Edition(edition).Draft, incident.Time) with { ComposedBy = BriefingContent.SignatureOf(incident.Edition(edition).ComposedBy) };

    /// <summary>The consent to what it says at this moment.</summary>
    public static ApproveEdition Consent(this AnIncident incident, Reference edition) =>
        ACommand.Approve(edition, incident.Edition(edition).Changes, BriefingContent.Fingerprint(incident.Preview(edition)));

    public static AnIncident Approve(this AnIncident incident, Reference edition) => incident.After(Approver, incident.Consent(edition));

    public static EditionDocument Document(this AnIncident incident, Reference edition) => EditionDocument.Parse(incident.Edition(edition).Document!);

    /// <summary>What an edition for that sitting would say now.</summary>
    public static EditionDocument Briefing(this AnIncident incident, BriefingSession session = BriefingSession.Open) => BriefingContent.Of(incident.State, ACommand.Compose(session).Draft, incident.Time);

    public static CommissionView? Commission(this AnIncident incident) => CommissionView.Of(incident.State, incident.Time);

    /// <summary>Of an incident that the commission was briefed on.</summary>
    public static AnIncident WithQuestion(this AnIncident incident, out Reference question, string? assigned = null)
    {
        var after = incident.After(People.Observer, ACommand.AskTeam());
        var asked = question = after.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<QuestionAsked>().Subject;
        return assigned is null ? after : after.After(Publisher, ACommand.Assign(asked, assigned));
    }

    public static AnIncident WithAnswer(this AnIncident incident, Reference question, out Reference release, Tlp label = Tlp.Clear)
    {
        var after = incident.After(People.LiaisonOf(incident.State.Questions[question].Assigned!.Value.Code), ACommand.Reply(question) with { Label = label });
        release = after.Last.Events.OfType<ReleaseProposed>().ShouldHaveSingleItem().Subject;
        return after;
    }

    static AnIncident WithReleaseIn(this AnIncident incident, ReleaseState state, Reference release) => state switch
    {
        ReleaseState.Proposed => incident,
        ReleaseState.Declined => incident.After(SourceOf(incident, release), ACommand.Decline(release)),
        ReleaseState.Agreed when incident.Release(release).State is ReleaseState.Agreed => incident,
        ReleaseState.Agreed => incident.After(SourceOf(incident, release), ACommand.Agree(incident.Release(release))),
        ReleaseState.Released => incident.WithReleaseIn(ReleaseState.Agreed, release).Publish(release),
        _ => incident.WithReleaseIn(ReleaseState.Released, release).After(Publisher, ACommand.TakeBack(release)),
    };

    static Actor SourceOf(AnIncident incident, Reference release) => People.LiaisonOf(incident.Release(release).SourceAgency.Code);
}
