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
    public DbSet<ChannelRow> Channels => Set<ChannelRow>();
    public DbSet<ChannelActionRow> ChannelActions => Set<ChannelActionRow>();
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();
    public DbSet<WallRow> Walls => Set<WallRow>();
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
        builder.Entity<ChannelRow>(e =>
        {
            e.ToTable("channel").HasKey(r => r.Id);
            e.HasIndex(r => r.Agency);
            e.Property(r => r.Kind).HasConversion<string>();
        });
        builder.Entity<ChannelActionRow>(e =>
        {
            e.ToTable("channel_action").HasKey(r => r.Id);
            e.HasIndex(r => new { r.Agency, r.At });
            e.Property(r => r.Deed).HasConversion<string>();
        });
        builder.Entity<DeliveryRow>(e =>
        {
            e.ToTable("delivery").HasKey(r => new { r.ChannelId, r.IncidentId, r.Key });
            e.Property(r => r.State).HasConversion<string>();
            e.Property(r => r.Fault).HasConversion<string>();
        });
        builder.Entity<WallRow>(e =>
        {
            e.ToTable("wall").HasKey(r => r.Id);
            e.HasIndex(r => r.SecretHash).IsUnique();
            e.HasIndex(r => r.CodeHash).IsUnique();
            e.HasIndex(r => r.Wall).IsUnique();
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

/// <summary>By what an agency is told outside the product.</summary>
public enum ChannelKind { Webhook, Mail }

/// <summary>Where an agency's notifications go besides the bell. Times in microseconds since 1970, UTC.</summary>
public sealed class ChannelRow
{
    public Guid Id { get; set; }
    public required string Agency { get; set; }
    public ChannelKind Kind { get; set; }
    public required string Name { get; set; }
    /// <summary>As people read it: a webhook's host alone, or the addresses of mail.</summary>
    public required string Target { get; set; }
    /// <summary>A webhook's address and secret, under the key ring: either may hold what lets somebody in.</summary>
    public string? Sealed { get; set; }
    /// <summary>The product's own address, as whoever added the channel saw it: links begin with it.</summary>
    public required string Root { get; set; }
    /// <summary>What is older is never sent.</summary>
    public long Since { get; set; }
    public bool IsPaused { get; set; }
    public long MadeAt { get; set; }
}

/// <summary>What was done to a channel; the sentences are resources (<c>ChannelDeed_…</c>).</summary>
public enum ChannelDeed { Added, Paused, Resumed, SecretRenewed, Resent, Removed }

/// <summary>Somebody changed where their agency's notifications go. Rows are added, never changed. Times in microseconds since 1970, UTC.</summary>
public sealed class ChannelActionRow
{
    public Guid Id { get; set; }
    public long At { get; set; }
    public required string Agency { get; set; }
    public Guid AccountId { get; set; }
    /// <summary>The person's, as of then.</summary>
    public required string Name { get; set; }
    public ChannelDeed Deed { get; set; }
    /// <summary>The channel's name and target as of then.</summary>
    public required string Channel { get; set; }
    public required string Target { get; set; }
}

/// <summary>How far a message came. Sent and Failed are final.</summary>
public enum DeliveryState { Waiting, Sent, Failed, Withdrawn }

/// <summary>Why a message didn't arrive; the sentences are resources (<c>DeliveryFault_…</c>).</summary>
public enum DeliveryFault
{
    /// <summary>The receiver answered with another status than 2xx.</summary>
    Status,
    /// <summary>It answered that it is overloaded or away (429, 502, 503, 504).</summary>
    Busy,
    NotPublic, NoSuchHost, NoConnection, NoAnswer, Certificate,
    /// <summary>What is sealed can't be read: the key ring was lost.</summary>
    Unreadable,
    NoMailServer, MailSignIn, MailRefused, RecipientRefused,
}

/// <summary>A message of a channel: whether it was sent, never what it said. Times in microseconds since 1970, UTC.</summary>
public sealed class DeliveryRow
{
    public Guid ChannelId { get; set; }
    public Guid IncidentId { get; set; }
    /// <summary>The notification's.</summary>
    public required string Key { get; set; }
    public DeliveryState State { get; set; }
    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }
    /// <summary>Not before.</summary>
    public long NextAt { get; set; }
    /// <summary>Until then one node is at it.</summary>
    public long LeasedUntil { get; set; }
    /// <summary>Of the last attempt.</summary>
    public long At { get; set; }
    public DeliveryFault? Fault { get; set; }
    /// <summary>The status, where the receiver answered with one.</summary>
    public int? Status { get; set; }
}

/// <summary>
/// An unattended screen that holds one of our cookies: it offers a code, or shows incidents. Whether it may show one is that incident's log to say. Times in microseconds
/// since 1970, UTC.
/// </summary>
public sealed class WallRow
{
    public Guid Id { get; set; }
    /// <summary>SHA-256 of what its cookie holds.</summary>
    public required byte[] SecretHash { get; set; }
    /// <summary>From where it came first: bounds how many codes one place can have open.</summary>
    public required string Address { get; set; }
    public long MadeAt { get; set; }
    public long SeenAt { get; set; }
    /// <summary>Of the page that it had loaded when it was last seen.</summary>
    public string? Build { get; set; }
    /// <summary>SHA-256 of the code that pairs it; null while it is paired.</summary>
    public byte[]? CodeHash { get; set; }
    public long CodeUntil { get; set; }
    /// <summary>It was paired before, and that ended.</summary>
    public bool WasReleased { get; set; }
    /// <summary>Whom the logs know it as; another after each release.</summary>
    public Guid Wall { get; set; }
    public string? Name { get; set; }
    public string? Place { get; set; }
    /// <summary>Of whoever paired it, as of then.</summary>
    public string? Agency { get; set; }
    public string? AgencyName { get; set; }
    /// <summary>Ids with spaces between them.</summary>
    public required string Incidents { get; set; }
    public long? Until { get; set; }
    public long? PairedAt { get; set; }
    /// <summary>The coordinator's name, as of then.</summary>
    public string? PairedBy { get; set; }
}

/// <summary>A key of the cookie's and the token's ring (ASP.NET Core Data Protection).</summary>
public sealed class KeyRow
{
    public required string Name { get; set; }
    public required string Xml { get; set; }
}
