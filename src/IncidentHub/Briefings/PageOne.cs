using IncidentHub.Domain;

namespace IncidentHub.Briefings;

/// <summary>One of the three columns, as far as page one has room for it.</summary>
/// <param name="Rest">How many more there are.</param>
public sealed record ClaimColumn(BriefingSection Section, IReadOnlyList<BriefingPoint> Shown, int Rest);

/// <summary>
/// What stands on page one. It must fit one sheet of A4 whatever an edition holds, and paper spills silently: so the room is measured
/// before (<see cref="PageRoom"/>). What doesn't fit is counted there or ends in "…", and stands in full on the pages that follow.
/// </summary>
public sealed class PageOne
{
    // From roomy to terse: the first that holds every point is taken, else the first that holds two of each column.
    static readonly PageOne[] measures = [new(260, 90, 68, 5, 3), new(200, 80, 46, 5, 2), new(200, 80, 34, 5, 2), new(140, 60, 34, 3, 2), new(90, 50, 34, 3, 2), new(60, 40, 32, 2, 1)];
    static readonly BriefingSection[] sections = [BriefingSection.Known, BriefingSection.Unknown, BriefingSection.Refuted];

    readonly int pointLetters, statusLetters, rowLetters, agencies, rows;

    PageOne(int pointLetters, int statusLetters, int rowLetters, int agencies, int rows) =>
        (this.pointLetters, this.statusLetters, this.rowLetters, this.agencies, this.rows) = (pointLetters, statusLetters, rowLetters, agencies, rows);

    PageOne(PageOne measure, EditionDocument edition) : this(measure.pointLetters, measure.statusLetters, measure.rowLetters, measure.agencies, measure.rows)
    {
        var (dues, next) = (edition.Dues(), edition.NextSteps());
        (Agencies, AllAgencies, AllDues, AllNext) = (edition.StepsByAgency().Take(agencies).ToList(), edition.StepsByAgency().Count, dues.Count, next.Count);
        var late = dues.Where(p => edition.LateBy(p) is not null && p.Heading!.IsOwed).Take(rows).ToList();
        Dues = late.Count > 0 ? late : [.. dues.Take(rows)];
        Next = [.. next.Where(s => !s.IsLate).Take(rows)];
        Voting = edition.In(BriefingSection.Voting).MaxBy(p => p.At ?? DateTimeOffset.MinValue);
        var room = PageRoom.ForColumns(edition, this);
        Columns = [.. sections.Select(s => Fill(edition, s, room))];
        var whole = Columns.SelectMany(c => c.Shown).Append(Voting).Where(p => p is not null && !IsCut(p)).ToHashSet();
        Continued = [.. edition.Points.Where(p => (p.Section is BriefingSection.Voting || sections.Contains(p.Section)) && !whole.Contains(p))];
    }

    public IReadOnlyList<ClaimColumn> Columns { get; } = [];
    /// <summary>What was last released on the voting; null: nothing was.</summary>
    public BriefingPoint? Voting { get; }
    /// <summary>What page one leaves out or cuts short.</summary>
    public IReadOnlyList<BriefingPoint> Continued { get; } = [];
    public IReadOnlyList<AgencySteps> Agencies { get; } = [];
    /// <summary>What is late and owed, else what is due next.</summary>
    public IReadOnlyList<BriefingPoint> Dues { get; } = [];
    /// <summary>What comes; what is late stands among the deadlines.</summary>
    public IReadOnlyList<NextStep> Next { get; } = [];
    public int AllAgencies { get; }
    public int AllDues { get; }
    public int AllNext { get; }

    public static PageOne Of(EditionDocument edition)
    {
        var pages = measures.Select(m => new PageOne(m, edition)).ToList();
        return pages.Find(p => p.Continued.Count == 0) ?? pages.Find(p => p.Columns.All(c => c.Rest == 0 || c.Shown.Count > 1)) ?? pages[^1];
    }

    /// <summary>As it stands in a column, or in the status.</summary>
    public string Brief(BriefingPoint point, string text) => Cut(text, point.Section is BriefingSection.Voting ? statusLetters : pointLetters);

    public bool IsCut(BriefingPoint point) => Brief(point, point.Title) != point.Title || Brief(point, point.Text) != point.Text;

    /// <summary>As a row of the glance names it.</summary>
    public string InGlance(BriefingPoint point) => Cut(PointWords.Name(point), rowLetters);
    public string InGlance(BriefingQuestion question) => Cut(question.Text, rowLetters);

    public static BriefingPoint? LastStep(AgencySteps agency) => agency.Steps.LastOrDefault(p => p.At is not null) ?? (agency.Steps is [.., var last] ? last : null);

    /// <summary>At a word's end, if there is one; whatever is cut ends in "…".</summary>
    public static string Cut(string text, int letters)
    {
        if (text.Length <= letters)
            return text;
        var end = text.LastIndexOf(' ', letters - 1);
        return text[..(end > letters / 2 ? end : letters - 1)].TrimEnd(' ', ',', ';', '.') + "…";
    }

    ClaimColumn Fill(EditionDocument edition, BriefingSection section, double room)
    {
        var (points, shown) = (edition.In(section).ToList(), 0);
        // The line that counts the rest takes room too; one point stands whatever happens.
        for (var left = room; shown < points.Count; shown++)
        {
            left -= PageRoom.HeightOf(points[shown], edition, this);
            if (left < (shown + 1 < points.Count ? PageRoom.CountLine : 0) && shown > 0)
                break;
        }
        return new ClaimColumn(section, points[..shown], points.Count - shown);
    }
}
