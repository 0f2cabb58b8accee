namespace IncidentHub.Domain;

public static class TextBeginning
{
    /// <summary>As much of a text as that many UTF-16 code units hold, and no half of a character.</summary>
    public static string Beginning(this string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
