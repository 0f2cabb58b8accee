using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Admin;

/// <param name="HeldUntil">After too many wrong passwords.</param>
/// <param name="LastSignIn">Null: never yet.</param>
public sealed record AccountLine(Guid Id, string Name, string Email, Role Role, AgencyId Agency, AgencyId? SeatedAt, bool IsLocked, DateTimeOffset? HeldUntil, DateTimeOffset? LastSignIn);

/// <summary>Everybody who can sign in, or could, by agency and name.</summary>
public sealed class AccountDirectory(IDbContextFactory<AppDataContext> contexts)
{
    public async Task<IReadOnlyList<AccountLine>> All()
    {
        await using var context = await contexts.CreateDbContextAsync();
        var signIns = await context.Sessions.GroupBy(s => s.AccountId).Select(s => new { Account = s.Key, At = s.Max(x => x.StartedAt) }).ToDictionaryAsync(s => s.Account, s => s.At);
        var rows = from account in context.Users.AsNoTracking()
                   join agency in context.Agencies on account.Agency equals agency.Code
                   where AdminRules.Roles.Contains(account.Role)
                   orderby agency.Position, account.Name
                   select account;
        return [.. (await rows.ToListAsync()).Select(a => new AccountLine(a.Id, a.Name, a.Email ?? "", a.Role, new AgencyId(a.Agency),
            a.SeatedAt is { } seat ? new AgencyId(seat) : null, a.IsDisabled, a.LockoutEnd, signIns.TryGetValue(a.Id, out var at) ? Microseconds.ToTime(at) : null))];
    }
}
