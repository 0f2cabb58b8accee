using IncidentHub.Access;
using IncidentHub.Domain;

namespace IncidentHub.Demo;

/// <summary>The offices of the demo: one per role and agency. Only offices speak, no private person.</summary>
public sealed record DemoAccount(Guid Id, string Email, string Name, Role Role, string Agency)
{
    public PersonId Person => new(Id);

    /// <summary>As the agency was called in November 2023.</summary>
    public string AgencyName => Agency switch
    {
        "BARESKRIM" => "Bareskrim",
        "KOMINFO" => "Kominfo",
        "DPR" => "Komisi I DPR",
        "AUDITOR" => "Auditor",
        _ => Agency,
    };

    public static readonly DemoAccount CoordinatorKpu = Of(1, "Koordinator KPU", Role.Coordinator, "KPU");
    public static readonly DemoAccount CoordinatorBssn = Of(2, "Koordinator BSSN", Role.Coordinator, "BSSN");
    public static readonly DemoAccount Kpu = Of(3, "Narahubung KPU", Role.Liaison, "KPU");
    public static readonly DemoAccount Bssn = Of(4, "Narahubung BSSN", Role.Liaison, "BSSN");
    public static readonly DemoAccount Bareskrim = Of(5, "Narahubung Bareskrim", Role.Liaison, "BARESKRIM");
    public static readonly DemoAccount Bin = Of(6, "Narahubung BIN", Role.Liaison, "BIN");
    public static readonly DemoAccount Kominfo = Of(7, "Narahubung Kominfo", Role.Liaison, "KOMINFO");
    public static readonly DemoAccount Auditor = Of(8, "Auditor", Role.Auditor, "AUDITOR");
    public static readonly DemoAccount Observer = Of(9, "Pengamat Komisi I", Role.CommissionObserver, "DPR");
    public static readonly DemoAccount Administrator = Of(10, "Administrator", Role.Administrator, "KPU");

    public static readonly IReadOnlyList<DemoAccount> All =
        [CoordinatorKpu, Kpu, CoordinatorBssn, Bssn, Bareskrim, Bin, Kominfo, Auditor, Observer, Administrator];

    /// <summary>The members of the demo's incidents.</summary>
    public static readonly IReadOnlyList<DemoAccount> Team = [CoordinatorKpu, Kpu, CoordinatorBssn, Bssn, Bareskrim, Bin, Kominfo];

    /// <summary>Who speaks a row of the scenario.</summary>
    public static DemoAccount Speaking(string agency) => agency switch
    {
        "Auditor" => Auditor,
        _ => Team.Single(a => a.Role is Role.Liaison && a.Agency.Equals(agency, StringComparison.OrdinalIgnoreCase)),
    };

    public static DemoAccount Named(string name) => All.Single(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    static DemoAccount Of(byte number, string name, Role role, string agency) => new(
        new Guid(0x0de30000, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, number),
        $"{name.ToLowerInvariant().Replace(' ', '.')}@demo.invalid", name, role, agency);
}
