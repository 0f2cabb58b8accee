using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentHub.Domain;

namespace IncidentHub.Demo;

/// <summary>One row of Demo/dpt-2023.psv.</summary>
/// <param name="State">The column "kind and state", such as "Temuan F-03 Terindikasi (B2)".</param>
public sealed record ScenarioRow(
    int Number, bool IsExercise, DateTimeOffset At, string Agency, string? Source, string State, string Text, Tlp Tlp,
    IReadOnlyList<string> Audience, IReadOnlyList<string> Recipients, bool Releasable);

/// <summary>The DPT case of 2023, row by row, as it stands in the embedded file.</summary>
public static class Scenario
{
    const string ExerciseMark = "LATIHAN ";
    static readonly Lazy<string> file = new(Read);

    static DateTimeOffset BssnAsks => new(2023, 12, 2, 10, 0, 0, TimeSpan.FromHours(7));

    public static IReadOnlyList<ScenarioRow> Rows { get; } = [.. file.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse)];

    /// <summary>The rows as they are played, with what row 47 jumps over: the letter that it answers went out three days before.</summary>
    public static IReadOnlyList<ScenarioRow> Played { get; } =
        [.. Rows.TakeWhile(r => r.At < BssnAsks), Rows.Single(r => r.Number == 47) with { Number = Before47, At = BssnAsks, Agency = "BSSN" }, .. Rows.SkipWhile(r => r.At < BssnAsks)];

    /// <summary>The number of that step, which no row of the file has.</summary>
    public const int Before47 = 0;

    /// <summary>Of the scenario and the seeder together: a demo database made from others is made anew.</summary>
    public static string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Value)))[..16] + "-" + DemoSeeder.Version.ToString(CultureInfo.InvariantCulture);

    static string Read()
    {
        using var stream = typeof(Scenario).Assembly.GetManifestResourceStream("IncidentHub.Demo.dpt-2023.psv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    static ScenarioRow Parse(string line)
    {
        var column = line.TrimEnd('\r').Split('|');
        var isExercise = column[1].StartsWith(ExerciseMark, StringComparison.Ordinal);
        var time = DateTime.ParseExact(isExercise ? column[1][ExerciseMark.Length..] : column[1], "dd/MM/yyyy HH.mm", CultureInfo.InvariantCulture);
        return new ScenarioRow(
            int.Parse(column[0], CultureInfo.InvariantCulture), isExercise, new DateTimeOffset(time, TimeSpan.FromHours(7)), column[2],
            column[3].Length == 0 ? null : column[3], column[4], column[5], Label(column[6]), List(column[7]), List(column[8]), column[9] == "Y");
    }

    static Tlp Label(string text) => text switch
    {
        "CLEAR" => Tlp.Clear,
        "GREEN" => Tlp.Green,
        "AMBER" => Tlp.Amber,
        "AMBER+STRICT" => Tlp.AmberStrict,
        "RED" => Tlp.Red,
        _ => throw new FormatException($"The scenario has a label '{text}'."),
    };

    static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
