using IncidentHub.Domain;

namespace IncidentHub.App;

/// <summary>
/// Addresses in one incident's room. The drawer is a parameter of whatever address one is at, so that opening it moves the log nowhere;
/// an entry's permalink keeps the drawer that is open.
/// </summary>
/// <param name="Incident">The room's reference.</param>
/// <param name="Entry">The entry that the present address points at.</param>
/// <param name="Query">The timeline's filter as the present address has it, without "?"; may be empty.</param>
/// <param name="Open">What the drawer shows; null where none is open.</param>
public sealed record ObjectLinks(string Incident, string? Entry, string Query, string? Open)
{
    public const string Key = "objek";
    public const string FromKey = "dari";
    public const string NewTask = "tugas-baru";
    public const string NewFinding = "temuan-baru";
    public const string NewRequest = "klarifikasi-baru";
    public const string NewObligation = "kewajiban-baru";
    public const string NewRelease = "rilis-baru";
    /// <summary>Which form of an object is open.</summary>
    public const string FormKey = "isi";

    /// <summary>A task's or a finding's drawer, or an entry's place in the log.</summary>
    public string Of(Reference reference) => reference.Text.StartsWith("E-", StringComparison.Ordinal)
        ? $"/insiden/{Incident}/entri/{reference}{(Open is null or NewTask or NewFinding or NewRequest or NewObligation or NewRelease ? "" : $"?{Key}={Open}")}"
        : Drawer(reference.Text);

    public string New(string which) => Drawer(which);
    public string FollowUp(Reference finding) => $"{Drawer(NewTask)}&{FromKey}={finding}";
    /// <summary>The form that proposes a release, made from an entry or an object.</summary>
    public string Release(Reference of) => $"{Drawer(NewRelease)}&{FromKey}={of}";
    public string Form(Reference subject, string form) => $"{Drawer(subject.Text)}&{FormKey}={form}";
    public string Close => Place + (Query.Length > 0 ? "?" + Query : "");

    string Place => Entry is null ? $"/insiden/{Incident}" : $"/insiden/{Incident}/entri/{Entry}";
    string Drawer(string what) => $"{Place}?{(Query.Length > 0 ? Query + "&" : "")}{Key}={what}";
}
