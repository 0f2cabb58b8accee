using System.Security.Cryptography;
using System.Text;
using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>Everybody that the tests know. The same words always give the same person.</summary>
public static class People
{
    public static readonly Actor Coordinator = CoordinatorOf("KPU");
    public static readonly Actor Auditor = Of(Role.Auditor, "BPK");
    public static readonly Actor Observer = Of(Role.CommissionObserver, "DPR");
    public static readonly Actor Administrator = Of(Role.Administrator, "BSSN");
    public static readonly Actor Wall = Of(Role.Wall, "KPU");
    public static readonly Actor System = Of(Role.System, "SYSTEM");

    /// <summary>The members of an incident that is open: KPU's coordinator and one liaison of each of the five agencies.</summary>
    public static IReadOnlyList<Actor> Team { get; } =
        [Coordinator, LiaisonOf("KPU"), LiaisonOf("BSSN"), LiaisonOf("BARESKRIM"), LiaisonOf("BIN"), LiaisonOf("KOMINFO")];

    /// <summary>Everybody who has an account.</summary>
    public static IReadOnlyList<Actor> All { get; } =
    [
        .. Team, LiaisonOf("KPU", 2), LiaisonOf("BSSN", 2), LiaisonOf("KEMENDAGRI"), CoordinatorOf("BSSN"), CoordinatorOf("BARESKRIM"),
        Auditor, Observer, Wall, Administrator,
    ];

    public static Actor CoordinatorOf(string agency) => Of(Role.Coordinator, agency);

    /// <param name="which">1 for the agency's first liaison, 2 for another.</param>
    public static Actor LiaisonOf(string agency, int which = 1) => Of(Role.Liaison, agency, which);

    public static Actor Of(Role role, string agency, int which = 1) =>
        new(IdOf($"{role} {agency} {which}"), $"{role} {which} ({agency})", role, new AgencyId(agency), NameOf(agency));

    /// <summary>As the agencies were called at the end of 2023.</summary>
    static string NameOf(string agency) => agency switch
    {
        "KPU" => "Komisi Pemilihan Umum",
        "BSSN" => "Badan Siber dan Sandi Negara",
        "BARESKRIM" => "Bareskrim Polri",
        "BIN" => "Badan Intelijen Negara",
        "KOMINFO" => "Kementerian Komunikasi dan Informatika",
        _ => agency,
    };

    static PersonId IdOf(string words) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 16)));
}
