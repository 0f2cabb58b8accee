using System.Globalization;
using System.Text.RegularExpressions;
using IncidentHub.Domain;
using IncidentHub.Subjects;

namespace IncidentHub.Incidents;

/// <summary>What stands in the form of a number of rows.</summary>
public sealed partial class RowCountModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public RowCountKind Kind { get; set; }
    public string Rows { get; set; } = "";
    public string Reason { get; set; } = "";

    public CountRows ToCommand() => new() { CommandId = CommandId, Kind = Kind, Rows = Read(Rows), Reason = Reason };

    /// <summary>As people write it, in groups of three or none; what is no such number becomes one that the rules refuse, and never a shorter one.</summary>
    static long Read(string? written) =>
        Number().IsMatch(written?.Trim() ?? "") && long.TryParse(string.Concat(written!.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : -1;

    [GeneratedRegex(@"\A([0-9]+|[0-9]{1,3}(?<separator>[.,\u00A0 ])[0-9]{3}(\k<separator>[0-9]{3})*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
