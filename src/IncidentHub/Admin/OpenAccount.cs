using FluentValidation;
using IncidentHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Admin;

/// <summary>An account for somebody of an agency; gives the password that they begin with.</summary>
/// <param name="SeatedAt">The agency at which they sit, where that is not their own.</param>
public sealed record OpenAccount(string Email, string Name, Role Role, string Agency, string? SeatedAt) : AdminCommand
{
    static readonly Rules rules = new();

    public override IValidator Validator => rules;

    public override async Task<AdminOutcome> Apply(AdminWork work)
    {
        if (!await work.HasAgency(Agency) || SeatedAt is not null && !await work.HasAgency(SeatedAt))
            return AdminRefusal.NoSuchAgency;
        if (SeatedAt == Agency)
            return AdminRefusal.SeatedAtOwnAgency;
        var normalized = Email.ToUpperInvariant();
        if (await work.Data.Users.AnyAsync(a => a.NormalizedUserName == normalized || a.NormalizedEmail == normalized))
            return AdminRefusal.EmailTaken;
        var id = Guid.NewGuid();
        var (password, _) = await work.Accounts.Open(Email, Name.Trim(), Role, Agency, id);
        if (password is null || await work.Find(id) is not { } account)
            return AdminRefusal.EmailUnusable;
        account.SeatedAt = SeatedAt;
        work.Note(AdminDeed.AccountOpened, account, Agency, Role.ToString());
        if (SeatedAt is not null)
            work.Note(AdminDeed.SeatChanged, account, after: SeatedAt);
        return new AdminOutcome.Done(password);
    }

    sealed class Rules : AbstractValidator<OpenAccount>
    {
        public Rules()
        {
            RuleFor(c => c.Email).IsEmail();
            RuleFor(c => c.Name).IsName();
            RuleFor(c => c.Role).IsRole();
        }
    }
}
