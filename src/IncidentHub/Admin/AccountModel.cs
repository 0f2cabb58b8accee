using IncidentHub.Domain;

namespace IncidentHub.Admin;

/// <summary>What stands in the form of a new account, or of one that changes.</summary>
public sealed class AccountModel
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public Role Role { get; set; } = Role.Liaison;
    public string Agency { get; set; } = "";
    /// <summary>Empty: at their own agency.</summary>
    public string Seat { get; set; } = "";

    public static AccountModel Of(AccountLine account) => new() { Role = account.Role, Agency = account.Agency.Code, Seat = account.SeatedAt?.Code ?? "" };

    public OpenAccount ToOpen() => new(Email?.Trim() ?? "", Name ?? "", Role, Agency, SeatedAt);

    public ChangeAccount ToChange(Guid account) => new(account, Role, Agency, SeatedAt);

    /// <summary>At which agencies one may be seated: all but one's own.</summary>
    public IReadOnlyList<string> Seats(IEnumerable<AgencyNames> agencies) => ["", .. agencies.Select(a => a.Id.Code).Where(code => code != Agency)];

    string? SeatedAt => Seat.Length == 0 ? null : Seat;
}
