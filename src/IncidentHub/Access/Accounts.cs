using System.Security.Cryptography;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>Opens accounts, and their passwords (administrators, demo). Signing in is <see cref="SignIn"/>'s.</summary>
public sealed class Accounts(UserManager<Account> users, IDbContextFactory<AppDataContext> contexts)
{
    /// <summary>The agencies of the joint team as they were in November 2023, for a database that has none yet.</summary>
    static readonly AgencyRow[] FirstAgencies =
    [
        new() { Code = "KPU", Mark = "KP", Name = "KPU", Position = 1 },
        new() { Code = "BSSN", Mark = "BS", Name = "BSSN", Position = 2 },
        new() { Code = "BARESKRIM", Mark = "BR", Name = "Bareskrim", Position = 3 },
        new() { Code = "BIN", Mark = "BN", Name = "BIN", Position = 4 },
        new() { Code = "KOMINFO", Mark = "KM", Name = "Kominfo", Position = 5 },
        new() { Code = "DPR", Mark = "DP", Name = "Komisi I DPR", Position = 6 },
        new() { Code = "AUDITOR", Mark = "AU", Name = "Auditor", Position = 7 },
    ];

    public async Task EnsureAgencies()
    {
        await using var context = await contexts.CreateDbContextAsync();
        if (await context.Agencies.AnyAsync())
            return;
        context.Agencies.AddRange(FirstAgencies);
        await context.SaveChangesAsync();
    }

    /// <summary>Gives the password, which is shown once and stored nowhere; or what is wrong.</summary>
    public async Task<(string? Password, IReadOnlyList<string> Errors)> Open(string email, string name, Role role, string agency, Guid? id = null)
    {
        await using var context = await contexts.CreateDbContextAsync();
        if (!await context.Agencies.AnyAsync(a => a.Code == agency))
            return (null, [$"There is no agency '{agency}'. There are: {string.Join(", ", await context.Agencies.OrderBy(a => a.Position).Select(a => a.Code).ToListAsync())}."]);
        var password = NewPassword();
        var account = new Account { Id = id ?? Guid.NewGuid(), UserName = email, Email = email, Name = name, Role = role, Agency = agency, LockoutEnabled = true };
        var result = await users.CreateAsync(account, password);
        return result.Succeeded ? (password, []) : (null, [.. result.Errors.Select(e => e.Description)]);
    }

    public bool Exists(Guid id) => users.Users.Any(a => a.Id == id);

    /// <summary>Gives the new password, which is shown once; the old one no longer helps. What is tracked is saved by whoever tracks it.</summary>
    public string ResetPassword(Account account)
    {
        var password = NewPassword();
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.SecurityStamp = Guid.NewGuid().ToString();
        Unhold(account);
        return password;
    }

    /// <summary>Forgets the wrong tries, which hold an account for some minutes.</summary>
    public static void Unhold(Account account) => (account.LockoutEnd, account.AccessFailedCount) = (null, 0);

    // 100 bits, in letters that can be read aloud.
    static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));
}
