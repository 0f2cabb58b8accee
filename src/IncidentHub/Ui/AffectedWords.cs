using IncidentHub.Domain;

namespace IncidentHub.Ui;

/// <summary>What was said of the data, in a few words: beside an entry, on a wall, in a report.</summary>
public static class AffectedWords
{
    public static string Said(this Words words, DataChange change) => words[(change.IsConfirmed, change.IsTakenBack) switch
    {
        (false, false) => "Entry_DataClaimed",
        (false, true) => "Entry_DataNotClaimed",
        (true, false) => "Entry_DataConfirmed",
        (true, true) => "Entry_DataNotConfirmed",
    }, words.Of(change.Category)];

    /// <param name="rows">Null: the number was taken back.</param>
    public static string Said(this Words words, RowCountKind kind, long? rows) =>
        rows is { } number ? $"{words.Of(kind)}: {words["Affected_RowCount", number]}" : words["Entry_RowsTakenBack", words.Of(kind)];
}
