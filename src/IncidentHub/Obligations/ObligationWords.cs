using System.Globalization;
using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Obligations;

/// <summary>What a rule and its clock are called.</summary>
public static class ObligationWords
{
    public static string TitleOf(Rule rule) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "id" ? rule.Title : rule.TitleEnglish;

    /// <summary>"72 jam (jam kalender, hari libur dihitung)"; "segera, tanpa jam tertentu".</summary>
    public static string Duration(int? hours, Counting counting, Words words) => hours is not { } number ? words["Entry_NoHours"]
        : words["Obligation_Duration", counting is Counting.CalendarDays ? words["Due_Days", number / 24] : words["Due_Hours", number], words.Of(counting)];

    /// <summary>"terlambat 3 jam"; the full units only, as one says it.</summary>
    public static string Late(TimeSpan late, Words words) => words["Due_Late", DueClock.Lateness(late, words)];
}
