using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>
/// What a briefing says at a moment: the incident's own states, and of everything else only what is released. Pure, and the only way from
/// an incident to what the commission reads.
/// </summary>
public static class BriefingContent
{
    /// <summary>An edition as it would be now, without number and signatures.</summary>
    public static EditionDocument Of(IncidentState state, EditionDraft draft, DateTimeOffset now)
    {
        var points = Numbered(state.Releases.Values.Where(r => r.IsOutAt(now) && IsFor(r.Label, draft.Session) && !draft.LeftOut.Contains(r.Reference) && r.Answers is null), draft.Order, state);
        var before = state.LastEdition is { Document: { } text } ? EditionDocument.Parse(text) : null;
        var questions = QuestionsOf(state, draft.Session, now, draft.LeftOut);
        var answers = state.Questions.Values.Select(q => AnswerTo(q, state, draft.Session, now, draft.LeftOut)).OfType<Release>();
        return new EditionDocument(
            EditionDocument.CurrentFormat, "", state.Reference.Text, state.Title, draft.Session, LabelOf(points.Select(p => p.Label).Concat(answers.Select(a => a.Label)), draft.Session), now, state.Phase, state.PhaseSince, state.Truth, draft.Summary,
            NamesOf(state, points, questions), points, [.. state.AffectedData.Values.Where(d => d.IsClaimed || d.IsConfirmed)], questions,
            before is null ? null : new EditionBefore(before.Edition, before.AsOf, before.Phase, before.Truth, before.Data, before.RowCounts),
            before is null ? [] : Changes(before, points, draft.Session, state, now), ComposedBy: "", ApprovedBy: "", [.. state.RowCounts.Values]);
    }

    /// <summary>What the approver of a preview has read: the same for as long as it says the same, whenever that is.</summary>
    public static string Fingerprint(EditionDocument document) =>
        EditionDocument.HashOf((document with { AsOf = default, ComposedBy = "", ApprovedBy = "", Changes = [.. document.Changes.Select(c => c with { WasLate = false, IsLate = false })] }).ToText());

    public static string SignatureOf(Actor actor) => $"{actor.Name} ({actor.AgencyName})";

    /// <summary>A release as a point of a briefing; its heading is that of the source today.</summary>
    public static BriefingPoint PointOf(Release release, IncidentState state, int number = 0)
    {
        var heading = HeadingOf(release, state);
        return new BriefingPoint(
            number, release.Reference, release.Of, release.Kind, heading?.Finding is { } finding && release.Section is not BriefingSection.Voting ? ReleaseRules.ColumnOf(finding) : release.Section,
            release.SourceAgency, release.Title, release.Text, release.Kind is ReleasedKind.Entry ? release.At : heading is null ? release.ReleasedAt : state.HeadingsSince.GetValueOrDefault(release.Of), release.Label, heading);
    }

    /// <summary>The questions of the commission, and the answers that it may read.</summary>
    public static ImmutableArray<BriefingQuestion> QuestionsOf(IncidentState state, BriefingSession session, DateTimeOffset now, ImmutableArray<Reference> leftOut) =>
        [.. state.Questions.Values.OrderBy(q => q.At).ThenBy(q => q.Reference.Text, StringComparer.Ordinal).Select(q =>
        {
            var answer = AnswerTo(q, state, session, now, leftOut);
            return new BriefingQuestion(q.Reference, q.Title, q.AskedBy, q.At, q.Assigned, answer?.Text, answer?.SourceAgency, answer?.ReleasedAt);
        })];

    /// <summary>Whether all that a document says may still be said: nothing of it was taken back, or is by now its source's own.</summary>
    public static bool StillStands(EditionDocument document, IncidentState state, DateTimeOffset now) =>
        document.Points.All(p => state.Releases.GetValueOrDefault(p.Release) is { } release && release.IsOutAt(now) && (p.Heading is null || HeadingOf(release, state) is not null))
        && document.Questions.All(q => q.Answer is null || state.Releases.Values.Any(r => r.Answers == q.Reference && r.IsOutAt(now) && r.Text == q.Answer));

    /// <summary>The heading that something of the incident has; null for what has none.</summary>
    public static ReleasedHeading? HeadingOf(ISubject? subject) => subject switch
    {
        TaskItem t => new(Task: t.State, OwedBy: t.Assigned, OwedTo: t.ProposedBy, Due: t.Due, IsOwed: t.IsOpen),
        Finding f => new(Finding: f.State, Grade: f.Grade),
        ClarificationRequest c => new(Clarification: c.State, OwedBy: c.Addressed, OwedTo: c.RequestedBy, Start: c.DeliveredAt, Due: c.Due, SettledAt: c.AnsweredAt, IsOwed: c.IsRunning),
        Obligation o => new(Obligation: o.State, OwedBy: o.Agency, Start: o.StartedAt, Due: o.Due, SettledAt: o.MetAt, IsOwed: o.IsRunning),
        _ => null,
    };

    /// <summary>An open sitting hears what has no limit; a closed one also what has.</summary>
    public static bool IsFor(Tlp label, BriefingSession session) => session is BriefingSession.Closed || label is Tlp.Clear;

    static ImmutableArray<BriefingPoint> Numbered(IEnumerable<Release> releases, ImmutableArray<Reference> order, IncidentState state)
    {
        var places = order.Distinct().Index().ToDictionary(o => o.Item, o => o.Index);
        return [.. releases.Select(r => PointOf(r, state))
            .OrderBy(p => p.Section).ThenBy(p => places.GetValueOrDefault(p.Release, int.MaxValue)).ThenBy(p => p.At ?? DateTimeOffset.MaxValue).ThenBy(p => p.Release.Text, StringComparer.Ordinal)
            .Select((p, index) => p with { Number = index + 1 })];
    }

    // What its source marks more strictly than may be released moves on unseen.
    static ReleasedHeading? HeadingOf(Release release, IncidentState state) =>
        release.Kind is ReleasedKind.Entry || state.Subject(release.Of) is not { Marking.MayBeReleased: true } subject ? null : HeadingOf(subject);

    static Release? AnswerTo(CommissionQuestion question, IncidentState state, BriefingSession session, DateTimeOffset now, ImmutableArray<Reference> leftOut) =>
        state.Releases.Values.Where(r => r.Answers == question.Reference && r.IsOutAt(now) && IsFor(r.Label, session) && !leftOut.Contains(r.Reference)).MaxBy(r => r.ReleasedAt);

    static Tlp LabelOf(IEnumerable<Tlp> labels, BriefingSession session) => session is BriefingSession.Open ? Tlp.Clear : labels.Append(Tlp.Green).Max();

    static ImmutableSortedDictionary<string, string> NamesOf(IncidentState state, IEnumerable<BriefingPoint> points, IEnumerable<BriefingQuestion> questions) =>
        points.SelectMany(p => new AgencyId?[] { p.Agency, p.Heading?.OwedBy, p.Heading?.OwedTo }).Concat(questions.SelectMany(q => new[] { q.Assigned, q.AnsweredBy })).Concat(state.RowCounts.Values.Select(c => (AgencyId?)c.By))
            .OfType<AgencyId>().Distinct().ToImmutableSortedDictionary(a => a.Code, a => state.NameOf(a), StringComparer.Ordinal);

    static ImmutableArray<BriefingChange> Changes(EditionDocument before, ImmutableArray<BriefingPoint> points, BriefingSession session, IncidentState state, DateTimeOffset now)
    {
        // An open sitting doesn't learn of what only a closed one was told, not even that it is gone.
        var told = before.Points.Where(p => IsFor(p.Label, session)).ToList();
        var earlier = told.DistinctBy(Place).ToDictionary(Place);
        var later = points.Select(Place).ToHashSet();
        return [.. points.Select(p => Change(earlier.GetValueOrDefault(Place(p)), p)).OfType<BriefingChange>(), .. told.Where(p => !later.Contains(Place(p)) && !IsOut(p)).Select(Gone)];

        // One source may stand in several places; which column a finding stands in is its state's to say.
        static (Reference, BriefingSection?) Place(BriefingPoint point) => (point.Source, ReleaseRules.PlaceOf(point.Kind, point.Section));

        // What an edition merely does without was not withdrawn.
        bool IsOut(BriefingPoint was) => state.Releases.GetValueOrDefault(was.Release)?.IsOutAt(now) is true;

        BriefingChange? Change(BriefingPoint? was, BriefingPoint point)
        {
            var (wasLate, isLate) = (was?.Heading?.LateBy(before.AsOf) is not null, point.Heading?.LateBy(now) is not null);
            var isReworded = was is not null && (was.Title, was.Text) != (point.Title, point.Text);
            return was is null ? new BriefingChange(BriefingChangeKind.New, point.Section, point.Title, point.Number, Before: null, point.Heading, IsReworded: false, WasLate: false, isLate)
                : was.Heading != point.Heading || isReworded || wasLate != isLate || was.Section != point.Section
                    ? new BriefingChange(BriefingChangeKind.Changed, point.Section, point.Title, point.Number, was.Heading, point.Heading, isReworded, wasLate, isLate)
                : null;
        }

        BriefingChange Gone(BriefingPoint was) => new(BriefingChangeKind.Withdrawn, was.Section, was.Title, Number: null, was.Heading, Now: null, IsReworded: false, was.Heading?.LateBy(before.AsOf) is not null, IsLate: false);
    }
}
