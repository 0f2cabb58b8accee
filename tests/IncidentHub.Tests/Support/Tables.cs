namespace IncidentHub.Tests.Support;

/// <summary>Tables written as text, so that a test reads like the page that it checks.</summary>
public static class Tables
{
    /// <summary>The cells of a table whose first line names its columns: row, column, content.</summary>
    public static IEnumerable<(string Row, string Column, string Content)> CellsOfTable(this string table)
    {
        var lines = table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        return
            from line in lines.Skip(1)
            from column in Enumerable.Range(1, lines[0].Length - 1)
            select (line[0], lines[0][column], line[column]);
    }
}
