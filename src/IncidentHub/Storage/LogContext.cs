using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Storage;

/// <summary>
/// The log and its index as reads see them. Writes are plain SQL in <c>Log/</c>: entries are only ever appended, through one door.
/// One type per provider, so that each has migrations of its own.
/// </summary>
public abstract class LogContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<HeadRow> Heads => Set<HeadRow>();
    public DbSet<EntryRow> Entries => Set<EntryRow>();
    public DbSet<BodyRow> Bodies => Set<BodyRow>();
    public DbSet<CommandRow> Commands => Set<CommandRow>();
    public DbSet<TimelineRow> Timeline => Set<TimelineRow>();
    public DbSet<CitationRow> Citations => Set<CitationRow>();
    public DbSet<MemberRow> Members => Set<MemberRow>();
    public DbSet<DeadlineRow> Deadlines => Set<DeadlineRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<HeadRow>(e =>
        {
            e.ToTable("incident").HasKey(r => r.IncidentId);
            e.HasIndex(r => r.Reference).IsUnique();
        });
        modelBuilder.Entity<EntryRow>(e => e.ToTable("entry").HasKey(r => new { r.IncidentId, r.Number }));
        modelBuilder.Entity<BodyRow>(e => e.ToTable("entry_body").HasKey(r => new { r.IncidentId, r.Number }));
        modelBuilder.Entity<CommandRow>(e => e.ToTable("command").HasKey(r => new { r.IncidentId, r.Actor, r.CommandId }));
        modelBuilder.Entity<TimelineRow>(e =>
        {
            e.ToTable("timeline").HasKey(r => new { r.IncidentId, r.Number });
            e.HasIndex(r => new { r.IncidentId, r.Reference }).IsUnique();
        });
        modelBuilder.Entity<CitationRow>(e =>
        {
            e.ToTable("citation").HasKey(r => new { r.IncidentId, r.Number, r.Cited });
            e.HasIndex(r => new { r.IncidentId, r.Cited });
        });
        modelBuilder.Entity<MemberRow>(e =>
        {
            e.ToTable("member").HasKey(r => new { r.IncidentId, r.PersonId });
            e.HasIndex(r => r.PersonId);
        });
        modelBuilder.Entity<DeadlineRow>(e =>
        {
            e.ToTable("deadline").HasKey(r => new { r.IncidentId, r.Subject });
            e.HasIndex(r => r.Due);
        });
        SnakeCase.Apply(modelBuilder);
    }
}

public sealed class SqliteLogContext(DbContextOptions<SqliteLogContext> options) : LogContext(options);

public sealed class PostgresLogContext(DbContextOptions<PostgresLogContext> options) : LogContext(options);

/// <summary>The newest entry of each incident; locked by whoever appends.</summary>
public sealed class HeadRow
{
    public Guid IncidentId { get; set; }
    public required string Reference { get; set; }
    /// <summary>Mints the references of this incident. Not derived from the log: lost, it only changes what new references look like.</summary>
    public required byte[] ReferenceKey { get; set; }
    public long Number { get; set; }
    public required byte[] Hash { get; set; }
}

/// <summary>The header of an entry: says nothing about its content.</summary>
public sealed class EntryRow
{
    public Guid IncidentId { get; set; }
    public long Number { get; set; }
    /// <summary>Microseconds since 1970, UTC.</summary>
    public long RecordedAt { get; set; }
    public int HashVersion { get; set; }
    public required byte[] Commitment { get; set; }
    public required byte[] PreviousHash { get; set; }
    public required byte[] Hash { get; set; }
}

public sealed class BodyRow
{
    public Guid IncidentId { get; set; }
    public long Number { get; set; }
    public required byte[] Salt { get; set; }
    public required byte[] Body { get; set; }
}

/// <summary>Which commands were carried out, so that the same one again gives the same entry.</summary>
public sealed class CommandRow
{
    public Guid IncidentId { get; set; }
    public Guid Actor { get; set; }
    public Guid CommandId { get; set; }
    public required byte[] ContentHash { get; set; }
    public long Number { get; set; }
}

/// <summary>Index: what paging, filters and the visibility rule need of an entry.</summary>
public sealed class TimelineRow
{
    public Guid IncidentId { get; set; }
    public long Number { get; set; }
    public required string Reference { get; set; }
    public required string Kind { get; set; }
    public required string Agency { get; set; }
    public Guid Author { get; set; }
    public int Tlp { get; set; }
    /// <summary>"|BSSN|KPU|", or empty for the whole joint team.</summary>
    public required string Audience { get; set; }
    /// <summary>"|id|id|", lower-case; empty unless RED.</summary>
    public required string Recipients { get; set; }
}

public sealed class CitationRow
{
    public Guid IncidentId { get; set; }
    public long Number { get; set; }
    public required string Cited { get; set; }
}

/// <summary>Index: the incidents of a person.</summary>
public sealed class MemberRow
{
    public Guid IncidentId { get; set; }
    public Guid PersonId { get; set; }
}

/// <summary>Index: the clocks that run and whose passing isn't logged, so that nobody loads a room to see whether something is due.</summary>
public sealed class DeadlineRow
{
    public Guid IncidentId { get; set; }
    /// <summary>Empty, and due at once: the incident's rows are still to be written, which the migration asks for.</summary>
    public required string Subject { get; set; }
    /// <summary>Microseconds since 1970, UTC.</summary>
    public long Due { get; set; }
}
