using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Admin;

/// <summary>What an administrator did, for the trace; the sentences are resources (<c>AdminDeed_…</c>).</summary>
public enum AdminDeed { AgencyAdded, AgencyRenamed, AccountOpened, RoleChanged, AgencyChanged, SeatChanged, AccountLocked, AccountUnlocked, PasswordReset }

/// <summary>Who it was, for the trace.</summary>
public sealed record AdminHand(Guid Account, string Name)
{
    /// <summary>Whoever runs the program on its own machine: nobody's account, and there before any.</summary>
    public static readonly AdminHand CommandLine = new(Guid.Empty, "baris perintah");
}

/// <summary>One command's transaction: what it reads and changes, and the trace that it leaves.</summary>
public sealed class AdminWork(AppDataContext data, Accounts accounts, Sessions sessions, AdminHand hand, DateTimeOffset now)
{
    readonly HashSet<PersonId> revoked = [];
    int noted;

    public AppDataContext Data => data;
    public Accounts Accounts => accounts;
    public DateTimeOffset Now => now;
    public IReadOnlyCollection<PersonId> Revoked => revoked;

    /// <summary>Null for a wall and the system too: those are nobody's to administer here.</summary>
    public async Task<Account?> Find(Guid account) =>
        await data.Users.SingleOrDefaultAsync(a => a.Id == account) is { } found && AdminRules.Roles.Contains(found.Role) ? found : null;

    public Task<bool> HasAgency(string code) => data.Agencies.AnyAsync(a => a.Code == code);

    /// <summary>Whether nobody could administer any more without this one.</summary>
    public async Task<bool> IsLastAdministrator(Account account) =>
        account is { Role: Role.Administrator, IsDisabled: false }
        && !await data.Users.AnyAsync(a => a.Id != account.Id && a.Role == Role.Administrator && !a.IsDisabled);

    /// <summary>Ends the person's sessions, and their calendar's address: what the cookie says of them is no longer so, or somebody else may hold what is theirs.</summary>
    public async Task Revoke(Account account)
    {
        revoked.Add(new PersonId(account.Id));
        await sessions.EndAll(new PersonId(account.Id), data);
        await data.CalendarLinks.Where(r => r.AccountId == account.Id).ExecuteDeleteAsync();
    }

    public void Note(AdminDeed deed, Account about, string? before = null, string? after = null) => Note(deed, $"{about.Name} ({about.Email})", before, after);

    public void Note(AdminDeed deed, string subject, string? before = null, string? after = null, DateTimeOffset? since = null) =>
        data.AdminActions.Add(new AdminActionRow
        {
            Id = Guid.CreateVersion7(now),
            // One after another, as they were noted.
            At = Microseconds.Of(now) + noted++,
            AccountId = hand.Account,
            Name = hand.Name,
            Deed = deed.ToString(),
            Subject = subject,
            Before = before,
            After = after,
            Since = since is { } from ? Microseconds.Of(from) : null,
        });
}
