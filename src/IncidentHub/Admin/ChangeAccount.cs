using FluentValidation;
using IncidentHub.Domain;

namespace IncidentHub.Admin;

/// <summary>What somebody is and for whom, and where they sit. A seat gives no more to see, so only role and agency end the sessions.</summary>
/// <param name="SeatedAt">The agency at which they sit, where that is not their own.</param>
public sealed record ChangeAccount(Guid Account, Role Role, string Agency, string? SeatedAt) : AdminCommand
{
    static readonly Rules rules = new();

    public override IValidator Validator => rules;

    public override async Task<AdminOutcome> Apply(AdminWork work)
    {
        if (await work.Find(Account) is not { } account)
            return AdminRefusal.NoSuchAccount;
        if (!await work.HasAgency(Agency) || SeatedAt is not null && !await work.HasAgency(SeatedAt))
            return AdminRefusal.NoSuchAgency;
        if (SeatedAt == Agency)
            return AdminRefusal.SeatedAtOwnAgency;
        if ((account.Role, account.Agency, account.SeatedAt) == (Role, Agency, SeatedAt))
            return AdminRefusal.AlreadySo;
        if (Role is not Role.Administrator && await work.IsLastAdministrator(account))
            return AdminRefusal.LastAdministrator;
        if (account.Role != Role)
            work.Note(AdminDeed.RoleChanged, account, account.Role.ToString(), Role.ToString());
        if (account.Agency != Agency)
            work.Note(AdminDeed.AgencyChanged, account, account.Agency, Agency);
        if (account.SeatedAt != SeatedAt)
            work.Note(AdminDeed.SeatChanged, account, account.SeatedAt, SeatedAt);
        if (account.Role != Role || account.Agency != Agency)
            await work.Revoke(account);
        (account.Role, account.Agency, account.SeatedAt) = (Role, Agency, SeatedAt);
        return new AdminOutcome.Done();
    }

    sealed class Rules : AbstractValidator<ChangeAccount>
    {
        public Rules() => RuleFor(c => c.Role).IsRole();
    }
}
