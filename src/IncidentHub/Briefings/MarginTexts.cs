using System.Globalization;
using System.Text;
using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Briefings;

/// <summary>
/// What stands in the margins of every printed page, as custom properties of the document's root: a margin box reads nothing of the
/// element that is printed.
/// </summary>
public static class MarginTexts
{
    /// <param name="hash">Null while the edition isn't frozen.</param>
    public static string Of(EditionDocument edition, string? hash, bool isDemo, Words words) => string.Join("; ",
        Text("tlp", words.Of(edition.Label)),
        "--sheet-tlp-ink: " + Ink(edition.Label),
        Text("demo", isDemo ? words["Briefing_DemoMargin"] : ""),
        Text("head", $"{words["Briefing_Title", edition.Edition]}, {words["Briefing_AsOf", LocalTime.Wib.DateAndClock(edition.AsOf)]}"),
        Text("hash", hash is null ? words["Briefing_Preview"] : $"{words["Briefing_HashOf", edition.Edition]}\n{hash}"),
        Text("page", $"{edition.Edition}, {words["Briefing_Page"]} "),
        Text("of", $" {words["Briefing_PageOf"]} "));

    static string Text(string name, string value) => $"--sheet-{name}: '{string.Concat(value.EnumerateRunes().Select(Escaped))}'";

    // Whatever could end the string, or the declaration.
    static string Escaped(Rune letter) => Rune.IsLetterOrDigit(letter) || letter.IsAscii && " /.,:()-+".Contains((char)letter.Value) ? letter.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"\\{letter.Value:x} ");

    static string Ink(Tlp label) => label switch
    {
        Tlp.Red => "#ff2b2b",
        Tlp.Amber or Tlp.AmberStrict => "#ffc000",
        Tlp.Green => "#33ff00",
        _ => "#ffffff",
    };
}
