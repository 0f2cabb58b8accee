using FluentValidation;

namespace IncidentHub.Admin;

/// <summary>A new password for somebody who lost theirs, or whose was seen: whoever is in with the old one is out.</summary>
public sealed record ResetPassword(Guid Account) : AdminCommand
{
    static readonly InlineValidator<ResetPassword> rules = [];

    public override IValidator Validator => rules;

    public override async Task<AdminOutcome> Apply(AdminWork work)
    {
        if (await work.Find(Account) is not { } account)
            return AdminRefusal.NoSuchAccount;
        var password = work.Accounts.ResetPassword(account);
        await work.Revoke(account);
        work.Note(AdminDeed.PasswordReset, account);
        return new AdminOutcome.Done(password);
    }
}
