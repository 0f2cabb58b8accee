using IncidentHub.Wall;

namespace IncidentHub.App;

/// <summary>What the browser does for an action (Palette.razor.js).</summary>
public enum ActionDeed
{
    /// <summary>Moves the focus to the target, and to its tab on a phone.</summary>
    Focus,
    /// <summary>Presses the target.</summary>
    Press,
    /// <summary>Goes to the target's address.</summary>
    Go,
    /// <summary>Moves to the entry after, or before, the one in focus.</summary>
    NextEntry, PreviousEntry,
    /// <summary>Opens the palette, or the list of keys.</summary>
    Palette, Help,
}

/// <summary>Something that one does with a key, from the palette, or both. It applies where its target is on the page.</summary>
/// <param name="Word">Of the resources.</param>
/// <param name="Target">A selector, or an address; null where the deed says it all.</param>
/// <param name="Keys">As typed, one after another: "g t". Null: from the palette only.</param>
public sealed record AppAction(string Word, ActionDeed Deed, string? Target = null, string? Keys = null)
{
    /// <summary>The one registry: keys, palette and help all read it.</summary>
    public static readonly IReadOnlyList<AppAction> All =
    [
        new("Action_Search", ActionDeed.Focus, "[data-key='/']", "/"),
        new("Action_Write", ActionDeed.Focus, "[data-key='n']", "n"),
        new("Action_NextEntry", ActionDeed.NextEntry, ".timeline", "j"),
        new("Action_PreviousEntry", ActionDeed.PreviousEntry, ".timeline", "k"),
        new("Action_ToLog", ActionDeed.Focus, ".timeline", "g l"),
        new("Action_ToTasks", ActionDeed.Focus, "#h-tasks", "g t"),
        new("Action_ToFindings", ActionDeed.Focus, "#h-findings", "g f"),
        new("Action_ToRequests", ActionDeed.Focus, "#h-requests", "g k"),
        new("Action_ToObligations", ActionDeed.Focus, "#h-obligations", "g w"),
        new("Action_ToBriefings", ActionDeed.Focus, "#h-briefings", "g r"),
        new("Action_ToReports", ActionDeed.Focus, "#h-reports", "g o"),
        new("Action_ToStatus", ActionDeed.Focus, "#h-status", "g s"),
        new("Action_NewTask", ActionDeed.Press, ".room a[href*='objek=tugas-baru']"),
        new("Action_NewFinding", ActionDeed.Press, ".room a[href*='objek=temuan-baru']"),
        new("Action_NewRequest", ActionDeed.Press, ".room a[href*='objek=klarifikasi-baru']"),
        new("Obligations_New", ActionDeed.Press, ".room a[href*='objek=kewajiban-baru']"),
        new("Reports_Open", ActionDeed.Press, ".room a[href$='/laporan']"),
        new("Handover_Title", ActionDeed.Press, ".room a[href$='/serah-terima']"),
        new("Past_Open", ActionDeed.Press, ".room a[href$='/saat']"),
        new("Action_CloseDrawer", ActionDeed.Press, "[data-drawer-close]", "Escape"),
        new("Action_ToLatest", ActionDeed.Press, "[data-to-latest]"),
        new("Action_ToIncidents", ActionDeed.Go, "/"),
        new("Action_ToMyWork", ActionDeed.Go, "/tugas-saya"),
        new("Action_ToDeadlines", ActionDeed.Go, "/tenggat", "g d"),
        new("Action_ToNotifications", ActionDeed.Go, "/pemberitahuan", "g p"),
        new("Action_ToChannels", ActionDeed.Go, "/saluran"),
        new("Walls_Title", ActionDeed.Go, WallAddress.Pairing),
        new("Action_NewIncident", ActionDeed.Go, "/insiden/baru"),
        new("Agencies_Title", ActionDeed.Go, "/admin/instansi"),
        new("Accounts_Title", ActionDeed.Go, "/admin/akun"),
        new("Settings_Title", ActionDeed.Go, "/pengaturan"),
        new("Action_Theme", ActionDeed.Press, "[data-toggle-theme]"),
        new("Action_Help", ActionDeed.Help, Keys: "?"),
        new("Action_Palette", ActionDeed.Palette, Keys: "Ctrl K"),
    ];

    /// <summary>Reading a role's pages only: what they may not open isn't offered.</summary>
    public bool IsFor(Domain.Actor viewer) => Target switch
    {
        "/insiden/baru" or "/tugas-saya" or "/tenggat" or "/pemberitahuan" or "/saluran" => viewer.ActsForAgency,
        WallAddress.Pairing => viewer.IsCoordinator,
        "/admin/instansi" or "/admin/akun" => viewer.Role is Domain.Role.Administrator,
        _ => true,
    };
}
