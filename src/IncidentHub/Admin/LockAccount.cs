using FluentValidation;
using IncidentHub.Access;

namespace IncidentHub.Admin;

/// <summary>No sign-in from now on, and open pages end within a second; or all of that again.</summary>
public sealed record LockAccount(Guid Account, bool IsLocked) : AdminCommand
{
    static readonly InlineValidator<LockAccount> rules = [];

    public override IValidator Validator => rules;

    public override async Task<AdminOutcome> Apply(AdminWork work)
    {
        if (await work.Find(Account) is not { } account)
            return AdminRefusal.NoSuchAccount;
        if (account.IsDisabled == IsLocked)
            return AdminRefusal.AlreadySo;
        if (IsLocked && await work.IsLastAdministrator(account))
            return AdminRefusal.LastAdministrator;
        account.IsDisabled = IsLocked;
        if (IsLocked)
            await work.Revoke(account);
        else
            Accounts.Unhold(account);
        work.Note(IsLocked ? AdminDeed.AccountLocked : AdminDeed.AccountUnlocked, account);
        return new AdminOutcome.Done();
    }
}
