using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>Whatever is done to tasks, findings, requests, obligations, releases and editions, in whatever order and by whomever.</summary>
public class ObjectSequencesTests
{
    [Fact]
    public void Every_decision_is_as_the_tables_say() =>
        Always.Holds(ObjectStep.Sequence, steps =>
        {
            var end = ObjectStep.Play(steps, AsTheTablesSay);
            Objects(Fold(end.Entries)).ShouldHold(Objects(end.State));
            return true;
        }, times: 150);

    /// <summary>Else the other properties would say less than they seem to. A few hundred sequences do; the limit is for when none ever would.</summary>
    [Fact]
    public void Random_sequences_reach_every_state()
    {
        var missing = new[] { typeof(TaskState), typeof(FindingState), typeof(ClarificationState), typeof(ObligationState), typeof(ReleaseState), typeof(EditionState), typeof(ReportState) }.SelectMany(e => Enum.GetValues(e).Cast<Enum>()).ToHashSet();
        for (var batch = 0; batch < 50 && missing.Count > 0; batch++)
        {
            foreach (var state in ObjectStep.Sequence.Sample(100).Select(steps => ObjectStep.Play(steps).State))
                missing.ExceptWith([.. state.Tasks.Values.Select(t => t.State), .. state.Findings.Values.Select(f => (Enum)f.State), .. state.Clarifications.Values.Select(c => c.State), .. state.Obligations.Values.Select(o => o.State),
                    .. state.Releases.Values.Select(r => r.State), .. state.Editions.Values.Select(e => (Enum)e.State), .. state.Reports.Values.Select(r => (Enum)r.State)]);
        }
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void The_fold_takes_any_entries_in_any_order_erased_or_not() =>
        Always.Holds(
            from steps in ObjectStep.Sequence
            from order in Gen.Shuffle(Enumerable.Range(0, 190).ToArray())
            from erased in Gen.SubListOf(Enumerable.Range(0, 190).ToArray())
            select (steps, order, erased: erased.ToHashSet()),
            c =>
            {
                var entries = ObjectStep.Play(c.steps).Entries;
                var kept = entries.Select((e, i) => c.erased.Contains(i) ? e with { Content = null } : e).ToList();
                Fold(kept).Number.ShouldBe(entries.Count);
                return Fold(c.order.Where(i => i < kept.Count).Select(i => kept[i])).Exists;
            },
            times: 100);

    /// <summary>Of two worlds that differ only in what a viewer may not see, none of their commands tells which one it met.</summary>
    [Fact]
    public void What_is_hidden_from_somebody_changes_none_of_their_answers() =>
        Always.Holds(
            from steps in ObjectStep.Sequence
            from tries in Gen.ListOf(ObjectStep.Any, 25)
            from who in Gen.Choose(0, ObjectStep.Actors.Count - 1)
            select (steps, tries: tries.Select(t => t with { Who = who }).Append(new ObjectStep(who, 99, 0, 0, 0, Says: true, Likely: true)).ToList()),
            c =>
            {
                var world = ObjectStep.Play(c.steps);
                var actor = c.tries[0].Actor;
                var others = OtherWorlds(world.State, actor).Select(state => world with { State = state }).ToList();
                foreach (var (index, step) in c.tries.Index())
                {
                    Command command = step.What is 99 ? ACommand.ChangePhase(Phase.Closed) with { CommandId = new Guid(7, 0, 0, new byte[8]) } : step.On(world, 1000 + index);
                    var inReview = step.What is 99;
                    var answer = Written.Out(At(world, inReview).Try(actor, command));
                    foreach (var other in others)
                        Written.Out(At(other, inReview).Try(actor, command)).ShouldBe(answer, $"{actor.Name}: {command}");
                }
                return true;
            },
            times: 150);

    static AnIncident At(AnIncident incident, bool inReview) => inReview ? incident with { State = incident.State with { Phase = Phase.Review } } : incident;

    /// <summary>Without what is hidden from them, and with something else in its place.</summary>
    static IEnumerable<IncidentState> OtherWorlds(IncidentState state, Actor actor)
    {
        // Of what was released the heading is everybody's, whoever sees the rest of it.
        var told = state.Releases.Values.Where(r => r.WasReleased).Select(r => r.Of).ToHashSet();
        var tasks = state.Tasks.Values.Where(t => !Sees(actor, t.Marking, t.Author) && !told.Contains(t.Reference)).ToList();
        var findings = state.Findings.Values.Where(f => !Sees(actor, f.Marking, f.Author) && !told.Contains(f.Reference)).ToList();
        var requests = state.Clarifications.Values.Where(c => !Sees(actor, c.Marking, c.Author) && !told.Contains(c.Reference)).ToList();
        var obligations = state.Obligations.Values.Where(o => !Sees(actor, o.Marking, o.Author) && !told.Contains(o.Reference)).ToList();
        var releases = state.Releases.Values.Where(r => !Sees(actor, r.Marking, author: default)).ToList();
        yield return state with
        {
            Releases = state.Releases.RemoveRange(releases.Select(r => r.Reference)),
            Tasks = state.Tasks.RemoveRange(tasks.Select(t => t.Reference)),
            Findings = state.Findings.RemoveRange(findings.Select(f => f.Reference)),
            Clarifications = state.Clarifications.RemoveRange(requests.Select(c => c.Reference)),
            Obligations = state.Obligations.RemoveRange(obligations.Select(o => o.Reference)),
        };
        yield return state with
        {
            Releases = state.Releases.SetItems(releases.Select(r => KeyValuePair.Create(r.Reference, r with
            {
                State = r.State is ReleaseState.Agreed ? ReleaseState.Proposed : ReleaseState.Agreed, Title = "Lain", SourceAgency = actor.Agency, ProposedBy = actor.Agency, Changes = r.Changes + 1,
            }))),
            Tasks = state.Tasks.SetItems(tasks.Select(t => KeyValuePair.Create(t.Reference, t with
            {
                State = t.State is TaskState.InProgress ? TaskState.Done : TaskState.InProgress, Title = "Lain", Assigned = actor.Agency, ProposedBy = actor.Agency, Changes = t.Changes + 1,
            }))),
            Findings = state.Findings.SetItems(findings.Select(f => KeyValuePair.Create(f.Reference, f with
            {
                State = f.State is FindingState.Verified ? FindingState.Refuted : FindingState.Verified, Title = "Lain", RaisedBy = actor.Agency, Voices = [], Changes = f.Changes + 1,
            }))),
            Clarifications = state.Clarifications.SetItems(requests.Select(c => KeyValuePair.Create(c.Reference, c with
            {
                State = c.State is ClarificationState.Answered ? ClarificationState.Sent : ClarificationState.Answered, Title = "Lain", RequestedBy = actor.Agency, Addressed = actor.Agency, Changes = c.Changes + 1,
            }))),
            Obligations = state.Obligations.SetItems(obligations.Select(o => KeyValuePair.Create(o.Reference, o with
            {
                State = o.State is ObligationState.Running ? ObligationState.Met : ObligationState.Running, Title = "Lain", Agency = actor.Agency, RecordedBy = actor.Agency, Changes = o.Changes + 1,
            }))),
        };
    }

    static void AsTheTablesSay(AnIncident before, Actor actor, Command command, Decision decision)
    {
        var accepted = decision is Decision.Accepted;
        switch (command)
        {
            case MoveTask c:
                var task = before.State.Tasks.GetValueOrDefault(c.Task);
                accepted.ShouldBe(task is not null && Acts(actor) && Sees(actor, task.Marking, task.Author)
                    && TaskTable.Cells[(task.State, c.To)] is var taskCell && TaskTable.Lets(taskCell, actor, task.Assigned, task.ProposedBy)
                    && (!TaskTable.NeedsReason(taskCell) || c.Reason.Trim() is not "") && c.WaitsFor?.Code is not "KEMENDAGRI", c.ToString());
                break;
            case MoveFinding c:
                MoveAsTheTableSays(before, actor, c, decision);
                break;
            case EditTask c when accepted:
                var edited = before.Task(c.Task);
                (Acts(actor) && Sees(actor, edited.Marking, edited.Author) && (actor.Agency == edited.Assigned || actor.Agency == edited.ProposedBy) && c.BasedOn == edited.Changes).ShouldBeTrue(c.ToString());
                break;
            case GradeFinding c when accepted:
                var graded = before.Finding(c.Finding);
                (Acts(actor) && Sees(actor, graded.Marking, graded.Author) && actor.Agency == graded.RaisedBy && !graded.IsFinal).ShouldBeTrue(c.ToString());
                break;
            case ChangeTruthStatus c when accepted && c.To is not TruthStatus.Alleged:
                var basis = before.Finding(c.Basis!.Value);
                (actor.Role is Role.Coordinator && basis.State == (c.To is TruthStatus.Confirmed ? FindingState.Verified : FindingState.Refuted)
                    && before.State.Members.Values.All(m => Sees(Of(m), basis.Marking, author: default))).ShouldBeTrue(c.ToString());
                break;
            case ProposeTask c when accepted:
                var entry = ((Decision.Accepted)decision).Entry;
                before.State.Members.Values.Any(m => m.Agency == c.Assigned && Sees(Of(m), entry.Marking, actor.Person)).ShouldBeTrue(c.ToString());
                if (c.From is { } from)
                    ShowsNobodyMore(before, entry.Marking, before.Finding(from).Marking, except: actor);
                break;
            case WriteEntry c when accepted:
                ShowsNobodyMore(before, ((Decision.Accepted)decision).Entry.Marking, before.State.Subject(c.About[0])!.Marking, except: actor);
                break;
            case ReMark c when accepted:
                var source = before.State.Subject(c.Subject) switch
                {
                    TaskItem t => t.ProposedBy,
                    Finding f => f.RaisedBy,
                    ClarificationRequest r => r.RequestedBy,
                    var o => ((Obligation)o!).RecordedBy,
                };
                (Acts(actor) && actor.Agency == source).ShouldBeTrue(c.ToString());
                break;
            case DraftClarification c when accepted:
                before.State.Members.Values.Any(m => m.Agency == c.Addressed && Sees(Of(m), ((Decision.Accepted)decision).Entry.Marking, actor.Person)).ShouldBe(c.Send, c.ToString());
                break;
            case LinkContact c when accepted:
                ShowsNobodyMore(before, ((Decision.Accepted)decision).Entry.Marking, before.Entries.Single(e => e.Content!.Reference == c.Entry).Content!.Marking, except: actor);
                break;
            case ChangeClarification c when ClarificationTable.Target(c, before.State.Clarifications.GetValueOrDefault(c.Request)) is { } target:
                var request = before.State.Clarifications.GetValueOrDefault(c.Request);
                accepted.ShouldBe(request is not null && Acts(actor) && Sees(actor, request.Marking, request.Author)
                    && ClarificationTable.Lets(ClarificationTable.Cells[(request.State, target)], actor, request.RequestedBy, request.Addressed)
                    && (c is not SendClarification send || send.BasedOn == request.Changes)
                    && !(c is AnswerClarification answer && (answer.Answers.Any(a => a.Number > 2) || answer.AnsweredAt < request.SentAt)), c.ToString());
                if (accepted && request!.DeliveredAt is { } delivered)
                    before.After(actor, c).Clarification(c.Request).Due.ShouldBe(delivered.AddHours(72), c.ToString());
                break;
            case ChangeObligation c:
                var obligation = before.State.Obligations.GetValueOrDefault(c.Obligation);
                var can = obligation is not null && Acts(actor) && Sees(actor, obligation.Marking, obligation.Author) && (actor.Agency == obligation.Agency || actor.IsCoordinator)
                    && ObligationTable.Cells[(obligation.State, ObligationTable.StepOf(c))] is not "-";
                (!accepted || can).ShouldBeTrue(c.ToString());
                if (c is not (ReviewNotice or CorrectStart))
                    accepted.ShouldBe(can, c.ToString());
                break;
            case ProposeRelease c when accepted:
                (before.State.Subject(c.Of)?.Marking.Tlp is Tlp.AmberStrict or Tlp.Red).ShouldBeFalse(c.ToString());
                break;
            case ChangeRelease c:
                ReleaseAsTheTableSays(before, actor, c, decision);
                break;
            case FreezeEdition c when accepted:
                var approved = before.Edition(c.Edition);
                (actor.IsCoordinator && approved.ApprovedBy!.Agency != approved.ComposedBy.Agency && approved.Document is not null).ShouldBeTrue(c.ToString());
                break;
            case PrepareReport c when accepted:
                c.Draft.Entries.Select(r => before.Entries.Single(e => e.Content!.Reference == r).Content!.Marking).ShouldAllBe(m => m.IsForWholeTeam && m.Tlp <= c.Draft.Label, c.ToString());
                break;
            case ApproveReport c when accepted:
                before.State.Reports[c.Report].PreparedBy.Person.ShouldNotBe(actor.Person, c.ToString());
                break;
            case AskQuestion c:
                accepted.ShouldBe(actor.Role is Role.CommissionObserver && before.State.Editions.Values.Any(e => e.State is EditionState.Frozen), c.ToString());
                break;
            case MarkOverdue c:
                accepted.ShouldBe(actor.Role is Role.System && before.State.Deadlines.Any(d => d.Subject == c.Subject && d.Due == c.Due && d.Due <= before.Time && !d.IsLogged), c.ToString());
                break;
        }
        if (decision is Decision.Accepted { Entry: var change } && command is MoveTask or MoveFinding or EditTask or GradeFinding or ChangeObligation or MarkOverdue
            or (ChangeClarification and not (EditClarification or SendClarification)))
            change.Marking.ShouldBe(before.State.Subject(change.Cites[command is EscalateClarification ? 1 : 0])!.Marking);
    }

    static void ReleaseAsTheTableSays(AnIncident before, Actor actor, ChangeRelease c, Decision decision)
    {
        var release = before.State.Releases.GetValueOrDefault(c.Release);
        var accepted = decision is Decision.Accepted;
        var isOpen = release?.State is ReleaseState.Proposed or ReleaseState.Agreed;
        var may = release is not null && Acts(actor) && Sees(actor, release.Marking, author: default) && c switch
        {
            AgreeRelease => isOpen && actor.Agency == release.SourceAgency,
            DeclineRelease => release.State is ReleaseState.Proposed && actor.Agency == release.SourceAgency,
            PublishRelease => release.State is ReleaseState.Agreed && actor.IsCoordinator && actor.Person != release.AgreedBy,
            _ => isOpen && (actor.IsCoordinator || actor.Agency == release.SourceAgency || actor.Agency == release.ProposedBy) || release.State is ReleaseState.Released && actor.IsCoordinator,
        };
        (!accepted || may).ShouldBeTrue(c.ToString());
        if (c is DeclineRelease or WithdrawRelease)
            accepted.ShouldBe(may, c.ToString());
        if (accepted && c is AgreeRelease or PublishRelease)
            (before.State.Subject(release!.Of)?.Marking.Tlp is Tlp.AmberStrict or Tlp.Red).ShouldBeFalse(c.ToString());
        if (accepted && c is PublishRelease)
            before.After(actor, c).Release(c.Release).Marking.ShouldBe(Marking.WholeTeam(((PublishRelease)c).EmbargoUntil is null ? release!.Label : Tlp.AmberStrict), c.ToString());
    }

    static void MoveAsTheTableSays(AnIncident before, Actor actor, MoveFinding c, Decision decision)
    {
        var finding = before.State.Findings.GetValueOrDefault(c.Finding);
        var may = finding is not null && Acts(actor) && Sees(actor, finding.Marking, finding.Author)
            && FindingTable.Cells[(finding.State, c.To)] is var cell && FindingTable.Lets(cell, actor, finding.RaisedBy, finding.Author)
            && (!FindingTable.NeedsReason(cell) || c.Reason.Trim() is not "") && !finding.Voices.Any(v => v.Agency == actor.Agency && v.Verdict == c.To);
        if (c.To is FindingState.Superseded)
            may = may && c.By is { } by && by != c.Finding && before.State.Findings.TryGetValue(by, out var successor) && Sees(actor, successor.Marking, successor.Author)
                && finding!.Marking.IsWithin(successor.Marking);
        (decision is Decision.Accepted).ShouldBe(may, c.ToString());
        if (!may)
            return;

        var after = before.After(actor, c).Finding(c.Finding);
        if (c.To is not (FindingState.Verified or FindingState.Refuted))
        {
            after.State.ShouldBe(c.To);
            return;
        }
        var said = finding!.Voices.Where(v => v.Verdict == c.To).Select(v => v.Agency).Append(actor.Agency).ToHashSet();
        after.State.ShouldBe(said.Count > 1 && said.Contains(finding.RaisedBy) ? c.To : finding.State);
    }

    static void ShowsNobodyMore(AnIncident at, Marking what, Marking about, Actor except) =>
        at.State.Members.Values.Where(m => m.Person != except.Person).ShouldAllBe(m => !Sees(Of(m), what, default) || Sees(Of(m), about, default));

    /// <summary>From the domain's sentences, not from the code.</summary>
    static bool Sees(Actor actor, Marking marking, PersonId author) => actor.Role switch
    {
        Role.Auditor => true,
        Role.Liaison or Role.Coordinator => (marking.Audience.Count == 0 || marking.Audience.Contains(actor.Agency))
            && (marking.Tlp != Tlp.Red || marking.Recipients.Contains(actor.Person) || actor.Person == author),
        _ => false,
    };

    /// <summary>Is of the team and speaks for an agency.</summary>
    static bool Acts(Actor actor) => ObjectStep.Start.State.Members.ContainsKey(actor.Person);

    static Actor Of(Member member) => new(member.Person, member.Name, member.Role, member.Agency, member.AgencyName);

    static IEnumerable<ISubject> Objects(IncidentState state) => state.Subjects.OrderBy(s => s.Reference.Text, StringComparer.Ordinal);

    static IncidentState Fold(IEnumerable<TimelineEntry> entries) => entries.Aggregate(AnIncident.NotYetOpen().State, (state, entry) => state.Apply(entry));
}
