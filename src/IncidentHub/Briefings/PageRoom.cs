using IncidentHub.Domain;

namespace IncidentHub.Briefings;

/// <summary>
/// How much room page one has, in points of paper: the sizes of the print style, and the letters of the widest usual typeface
/// (DejaVu Sans). A test prints editions of all sizes and sees that none needs a second page.
/// </summary>
static class PageRoom
{
    const double Height = 732, Line = 11.8, SmallLine = 10.1, CardHead = 16, RowSpace = 4.5, CountRow = 18;
    // Widths are in the text's own size (em); bold letters are wider.
    const double Bold = 1.12, SummaryWidth = 50.5, TitleWidth = 31, PointWidth = 16.58, RowWidth = 21, ValueWidth = 18, NoteWidth = 28;
    const int SourceLetters = 34;

    /// <summary>"3 butir lagi …"</summary>
    public const double CountLine = SmallLine + 7;

    /// <summary>What is left for the longest of the three columns, their heads already taken off.</summary>
    public static double ForColumns(EditionDocument edition, PageOne page) =>
        Height - Masthead(edition) - Summary(edition) - Status(edition, page) - 31 - Glance(edition, page);

    public static double HeightOf(BriefingPoint point, EditionDocument edition, PageOne page)
    {
        // The longest state is "Belum dapat disimpulkan".
        var source = (point.Heading?.Finding is FindingState.Inconclusive ? 25 : 14) + edition.NameOf(point.Agency).Length + 7 + (point.Heading?.Grade is null ? 0 : 5) + (edition.Session is BriefingSession.Closed ? 11 : 0);
        return Lines(PointWidth, (page.Brief(point, point.Title), Bold), (page.Brief(point, point.Text), 1)) * Line + (source > SourceLetters ? 2 : 1) * SmallLine + (page.IsCut(point) ? 2 * SmallLine : 0) + 9.5;
    }

    static double Masthead(EditionDocument edition) => 35 + Lines(TitleWidth, ($"Paparan {edition.Edition} — {edition.Title}", Bold)) * 20;

    static double Summary(EditionDocument edition) => 15 + edition.Summary.Replace("**", "", StringComparison.Ordinal).Split('\n').Sum(line => Lines(SummaryWidth, (line, 1))) * 14.6;

    static double Status(EditionDocument edition, PageOne page) => Math.Max(68, page.Voting is not { } voting ? 0
        : 24 + Lines(ValueWidth, (page.Brief(voting, PointWords.Name(voting)), Bold)) * 13.6 + (voting.Title.Length > 0 ? Lines(NoteWidth, (page.Brief(voting, voting.Text), 1)) : 0) * SmallLine
            + (page.IsCut(voting) || edition.In(BriefingSection.Voting).Count() > 1 ? 2 : 1) * SmallLine);

    // Three columns of cards, of which the first is one card; below them the questions.
    static double Glance(EditionDocument edition, PageOne page)
    {
        var more = SmallLine + 3;
        var dues = Card(page.Dues.Select(d => $"{page.InGlance(d)} ({edition.NameOf(d.Doer())})")) + CountRow + (page.AllDues > page.Dues.Count ? more : 0);
        var changes = Inline(edition.Changes.GroupBy(c => c.Kind).Sum(g => g.Count() is > 4 and <= 12 ? 2 : 1));
        var next = Card(page.Next.Select(s => $"{edition.NameOf(s.Agency)}: {page.InGlance(s.Point)}")) + (page.AllNext > page.Next.Count ? more : 0);
        var steps = Card(page.Agencies.Select(a => PageOne.LastStep(a) is { } last ? page.InGlance(last) : "-")) + (page.AllAgencies > page.Agencies.Count ? more : 0);
        return 26 + Math.Max(steps, 6.5 + Math.Max(dues + Data(edition), changes + next)) + 6.5 + CardHead + 14;
    }

    static double Card(IEnumerable<string> rows) => CardHead + Math.Max(2 * SmallLine, rows.Sum(row => (1 + Lines(RowWidth, (row, 1))) * SmallLine + RowSpace));

    static double Data(EditionDocument edition)
    {
        var (claimed, distinct, confirmed) = (edition.CountOf(RowCountKind.Claimed), edition.CountOf(RowCountKind.ClaimedDistinct), edition.CountOf(RowCountKind.Confirmed));
        var numbers = claimed is null ? "" : $"{claimed.Rows:N0} baris" + (distinct is null ? "" : $"; {distinct.Rows:N0} tanpa baris ganda");
        return CardHead + CountRow + Flow("Diklaim", numbers) + (confirmed is not null || edition.Data.Length == 0 ? Flow("Terkonfirmasi", $"{confirmed?.Rows:N0} baris") : 0);
    }

    static double Flow(string name, string value) => Lines(RowWidth, (name, Bold), (value, 1)) * SmallLine + RowSpace;

    static double Inline(int rows) => CardHead + Math.Max(2 * SmallLine, rows * (SmallLine + RowSpace));

    /// <summary>How many lines words take when they are set one after the other, as a browser breaks them.</summary>
    /// <param name="runs">Texts and how bold each is.</param>
    static int Lines(double width, params (string Text, double Weight)[] runs)
    {
        var (lines, used) = (1, 0.0);
        foreach (var word in runs.SelectMany(r => r.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Sum(Width) * r.Weight)))
        {
            var fits = used == 0 || used + .32 + word <= width;
            lines += (fits ? 0 : 1) + (word > width ? (int)(word / width) : 0);
            used = !fits || used == 0 ? word % width : used + .32 + word;
        }
        return lines;
    }

    static double Width(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' => .285,
        '.' or ',' or ':' or ';' or '\'' => .33,
        'f' or 'r' or 't' or '(' or ')' or '-' or '/' => .4,
        'c' or 's' or 'x' or 'k' or 'v' or 'y' or 'z' => .57,
        'a' or 'e' or 'o' => .614,
        'm' or 'M' or 'W' or '…' or '—' or > '\u2e7f' => 1,
        'w' => .82,
        _ => char.IsUpper(letter) ? .71 : .635,
    };
}
