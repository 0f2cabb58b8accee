using System.Globalization;
using System.Text;

namespace IncidentHub.Log;

/// <summary>
/// One rule for what a word is, on both databases and for live entries: runs of letters and digits, lower-cased, without diacritics.
/// The databases get words that are already cut, so that neither has a rule of its own.
/// </summary>
public static class Tokenizer
{
    // In UTF-16 code units, give or take one rune: what is behind it doesn't tell words apart.
    const int LongestWord = 64;

    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Readable(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark)
                continue;
            if (!Rune.IsLetterOrDigit(rune))
                Finish();
            else if (word.Length < LongestWord)
                word.Append(Rune.ToLowerInvariant(rune));
        }
        Finish();
        return words;

        void Finish()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    // Normalize throws on half a surrogate pair and on U+FFFE, which anybody can put into a search, and the latter into a text.
    static string Readable(string text)
    {
        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            readable.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        return readable.ToString();
    }

    /// <summary>Whether a text has every word of a query; the query's last word may be the beginning of one.</summary>
    public static bool Matches(string text, IReadOnlyList<string> query)
    {
        if (query.Count == 0)
            return true;
        var words = Words(text);
        return query.Take(query.Count - 1).All(words.Contains) && words.Any(w => w.StartsWith(query[^1], StringComparison.Ordinal));
    }
}
