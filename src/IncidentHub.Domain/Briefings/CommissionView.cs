using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>An edition in the commission's list.</summary>
public sealed record FrozenEdition(int Number, string Document, string Sha256, DateTimeOffset FrozenAt)
{
    public string Name => Edition.NameOf(Number);
}

/// <param name="Title">As it was released.</param>
/// <param name="Reason">Why it was withdrawn, in words that were written for the commission.</param>
public sealed record WithdrawnPoint(Reference Release, string Title, AgencyId Agency, DateTimeOffset ReleasedAt, DateTimeOffset WithdrawnAt, string Reason);

/// <summary>
/// All that a commission observer sees of an incident: its frozen editions, what was released since the last one, their questions and the
/// answers. Until the first edition there is no such incident for them.
/// </summary>
/// <param name="Title">As in the last edition.</param>
/// <param name="Editions">The newest first.</param>
/// <param name="Since">Released since the last edition, or moved on since; the newest first.</param>
/// <param name="Late">What is still owed beyond its deadline, among what is released.</param>
/// <param name="NextChange">When an embargo ends or a deadline passes: what is seen changes then without an entry.</param>
public sealed record CommissionView(
    IncidentId Id,
    Reference Reference,
    string Title,
    ImmutableArray<FrozenEdition> Editions,
    ImmutableArray<BriefingPoint> Since,
    ImmutableArray<WithdrawnPoint> Withdrawn,
    ImmutableArray<BriefingPoint> Late,
    ImmutableArray<BriefingQuestion> Questions,
    ImmutableSortedDictionary<string, string> Agencies,
    DateTimeOffset? NextChange)
{
    public FrozenEdition Last => Editions[0];

    public string NameOf(AgencyId agency) => Agencies.GetValueOrDefault(agency.Code, agency.Code);

    /// <summary>Whether a reader would notice any difference; when something is ahead isn't theirs to know.</summary>
    public bool SaysTheSameAs(CommissionView? other) => other is not null && Equals(other with { NextChange = NextChange });

    public bool Equals(CommissionView? other) => other is not null
        && (Id, Reference, Title, NextChange) == (other.Id, other.Reference, other.Title, other.NextChange)
        && Editions.SequenceEqual(other.Editions) && Since.SequenceEqual(other.Since) && Withdrawn.SequenceEqual(other.Withdrawn) && Late.SequenceEqual(other.Late)
        && Questions.SequenceEqual(other.Questions) && Agencies.SequenceEqual(other.Agencies);

    public override int GetHashCode() => HashCode.Combine(Id, Editions.Length, Since.Length, Withdrawn.Length, Questions.Length);

    /// <summary>Null while the commission knows of no such incident.</summary>
    public static CommissionView? Of(IncidentState state, DateTimeOffset now)
    {
        if (state.LastEdition is not { } last)
            return null;
        var document = EditionDocument.Parse(last.Document!);
        var told = document.Points.ToDictionary(p => p.Release);
        var frozen = state.Editions.Values.Where(e => e.IsFrozen).ToList();
        // Members sit in both kinds of sitting: they read what any edition may hold.
        var points = state.Releases.Values.Where(r => r.IsOutAt(now) && r.Answers is null).Select(r => BriefingContent.PointOf(r, state)).ToList();
        // A heading that is told no more is no news: it would say that its source was marked more strictly.
        var since = points.Where(p => told.GetValueOrDefault(p.Release) is not { } was || p.Heading is not null && was.Heading != p.Heading)
            .OrderByDescending(p => SeenSince(state.Releases[p.Release], p, told.ContainsKey(p.Release))).ThenBy(p => p.Release.Text, StringComparer.Ordinal).ToImmutableArray();
        // What was taken back before the first edition nobody of the commission has read.
        var known = frozen.Min(e => e.FrozenAt);
        var withdrawn = state.Releases.Values.Where(r => r.WasWithdrawnInPublic && r.WithdrawnAt > known).OrderByDescending(r => r.WithdrawnAt).ThenBy(r => r.Reference.Text, StringComparer.Ordinal)
            .Select(r => new WithdrawnPoint(r.Reference, r.Title, r.SourceAgency, r.ReleasedAt!.Value, r.WithdrawnAt!.Value, r.Reason ?? "")).ToImmutableArray();
        var questions = BriefingContent.QuestionsOf(state, BriefingSession.Closed, now, []);
        return new CommissionView(
            state.Id, state.Reference, document.Title,
            [.. frozen.OrderByDescending(e => e.Number).Select(e => new FrozenEdition(e.Number!.Value, e.Document!, e.Sha256!, e.FrozenAt!.Value))],
            since, withdrawn, [.. points.Where(p => p.Heading?.LateBy(now) is not null && p.Heading.IsOwed && p.Kind is not ReleasedKind.Task).OrderBy(p => p.Heading!.Due)], questions,
            points.SelectMany(p => new AgencyId?[] { p.Agency, p.Heading?.OwedBy, p.Heading?.OwedTo }).Concat(withdrawn.Select(w => (AgencyId?)w.Agency)).Concat(questions.SelectMany(q => new[] { q.Assigned, q.AnsweredBy }))
                .OfType<AgencyId>().Distinct().ToImmutableSortedDictionary(a => a.Code, a => state.NameOf(a), StringComparer.Ordinal),
            // At its very moment an embargo has ended, and a deadline hasn't passed yet.
            state.Releases.Values.Where(r => r.State is ReleaseState.Released).Select(r => r.EmbargoUntil).Where(at => at > now)
                .Concat(points.Select(p => p.Heading is { IsOwed: true } h ? h.Due : null).Where(at => at >= now)).Min());
    }

    // What was told and moved on is as new as its heading; what wasn't told, as its release.
    static DateTimeOffset? SeenSince(Release release, BriefingPoint point, bool wasTold) =>
        wasTold ? point.At : release.EmbargoUntil is { } until && until > release.ReleasedAt ? until : release.ReleasedAt;
}
