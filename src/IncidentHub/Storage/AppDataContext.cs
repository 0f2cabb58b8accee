using IncidentHub.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Storage;

/// <summary>Accounts, sessions, drafts, keys: whatever belongs to persons and not to an incident's log.</summary>
public abstract class AppDataContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<AgencyRow> Agencies => Set<AgencyRow>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();
    public DbSet<SightRow> Sights => Set<SightRow>();
    public DbSet<VisitRow> Visits => Set<VisitRow>();
    public DbSet<AgencyNameRow> AgencyNames => Set<AgencyNameRow>();
    public DbSet<AdminActionRow> AdminActions => Set<AdminActionRow>();
    public DbSet<CalendarLinkRow> CalendarLinks => Set<CalendarLinkRow>();
    public DbSet<AcknowledgementRow> Acknowledgements => Set<AcknowledgementRow>();
    public DbSet<KeyRow> Keys => Set<KeyRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(e =>
        {
            e.ToTable("account");
            e.Property(a => a.Role).HasConversion<string>();
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_token");
        builder.Entity<AgencyRow>().ToTable("agency").HasKey(r => r.Code);
        builder.Entity<SessionRow>(e =>
        {
            e.ToTable("session").HasKey(r => r.Id);
            e.HasIndex(r => r.AccountId);
            e.HasIndex(r => r.EndedAt);
        });
        builder.Entity<DraftRow>().ToTable("draft").HasKey(r => new { r.AccountId, r.IncidentId, r.Form });
        builder.Entity<SightRow>(e =>
        {
            e.ToTable("sight").HasKey(r => r.Id);
            e.HasIndex(r => new { r.IncidentId, r.SeenAt });
        });
        builder.Entity<VisitRow>().ToTable("visit").HasKey(r => new { r.AccountId, r.IncidentId });
        builder.Entity<AgencyNameRow>().ToTable("agency_name").HasKey(r => new { r.Code, r.Since });
        builder.Entity<AdminActionRow>(e =>
        {
            e.ToTable("admin_action").HasKey(r => r.Id);
            e.HasIndex(r => r.At);
        });
        builder.Entity<CalendarLinkRow>(e =>
        {
            e.ToTable("calendar_link").HasKey(r => r.AccountId);
            e.HasIndex(r => r.TokenHash).IsUnique();
        });
        builder.Entity<AcknowledgementRow>(e =>
        {
            e.ToTable("acknowledgement").HasKey(r => new { r.AccountId, r.IncidentId, r.Key, r.Deed });
            e.Property(r => r.Deed).HasConversion<string>();
        });
        builder.Entity<KeyRow>().ToTable("key").HasKey(r => r.Name);
        SnakeCase.Apply(builder);
    }
}

public sealed class SqliteAppDataContext(DbContextOptions<SqliteAppDataContext> options) : AppDataContext(options);

public sealed class PostgresAppDataContext(DbContextOptions<PostgresAppDataContext> options) : AppDataContext(options);

/// <summary>A person who signs in, for one agency.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public required string Name { get; set; }
    public required Role Role { get; set; }
    public required string Agency { get; set; }
    /// <summary>The agency at which they sit, where that is not their own: a police team inside another agency's.</summary>
    public string? SeatedAt { get; set; }
    /// <summary>No sign-in, and no part in new incidents.</summary>
    public bool IsDisabled { get; set; }
    /// <summary>Times as this person reads them, such as "Asia/Makassar"; null: WIB.</summary>
    public string? TimeZone { get; set; }
}

public sealed class AgencyRow
{
    public required string Code { get; set; }
    /// <summary>Two letters that stand for it where there is little room.</summary>
    public required string Mark { get; set; }
    /// <summary>Its name before the first dated one.</summary>
    public required string Name { get; set; }
    /// <summary>The order in which lists show it.</summary>
    public int Position { get; set; }
}

/// <summary>One sign-in in one browser. Times in microseconds since 1970, UTC.</summary>
public sealed class SessionRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public long StartedAt { get; set; }
    public long? EndedAt { get; set; }
}

/// <summary>What somebody typed and hasn't sent, with the id that its command will have.</summary>
public sealed class DraftRow
{
    public Guid AccountId { get; set; }
    public Guid IncidentId { get; set; }
    public required string Form { get; set; }
    public required string Content { get; set; }
    public long SavedAt { get; set; }
}

/// <summary>Up to where somebody has seen an incident's timeline.</summary>
public sealed class VisitRow
{
    public Guid AccountId { get; set; }
    public Guid IncidentId { get; set; }
    public long Number { get; set; }
    public long SeenAt { get; set; }
}

/// <summary>What an agency is called from a day on: Kominfo became Komdigi, and an old entry keeps the old name.</summary>
public sealed class AgencyNameRow
{
    public required string Code { get; set; }
    /// <summary>Microseconds since 1970, UTC.</summary>
    public long Since { get; set; }
    public required string Name { get; set; }
}

/// <summary>An auditor looked at an incident: each sight is logged.</summary>
public sealed class SightRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public Guid IncidentId { get; set; }
    public required string What { get; set; }
    public long SeenAt { get; set; }
}

/// <summary>What an administrator did. Rows are added, never changed. Times in microseconds since 1970, UTC.</summary>
public sealed class AdminActionRow
{
    public Guid Id { get; set; }
    public long At { get; set; }
    public Guid AccountId { get; set; }
    /// <summary>The administrator's, as of then.</summary>
    public required string Name { get; set; }
    public required string Deed { get; set; }
    /// <summary>The agency's code, or the person's name and address as of then.</summary>
    public required string Subject { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }
    /// <summary>From when on it holds, where that is not at once.</summary>
    public long? Since { get; set; }
}

/// <summary>The address under which a person's calendar reads their deadlines. Times in microseconds since 1970, UTC.</summary>
public sealed class CalendarLinkRow
{
    public Guid AccountId { get; set; }
    /// <summary>SHA-256: whoever reads the database can't read the calendar.</summary>
    public required byte[] TokenHash { get; set; }
    public long MadeAt { get; set; }
}

/// <summary>What somebody did with a notification.</summary>
public enum AcknowledgementDeed { Seen, Acknowledged }

/// <summary>Somebody saw a notification, or acknowledged it: who had seen what, when. Rows are added, never changed. Times in microseconds since 1970, UTC.</summary>
public sealed class AcknowledgementRow
{
    public Guid AccountId { get; set; }
    public Guid IncidentId { get; set; }
    /// <summary>The notification's: references and moments, never a text.</summary>
    public required string Key { get; set; }
    public AcknowledgementDeed Deed { get; set; }
    public long At { get; set; }
}

/// <summary>A key of the cookie's and the token's ring (ASP.NET Core Data Protection).</summary>
public sealed class KeyRow
{
    public required string Name { get; set; }
    public required string Xml { get; set; }
}
