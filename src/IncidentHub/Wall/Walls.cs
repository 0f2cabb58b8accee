using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Wall;

/// <summary>The screens that hold one of our cookies, as rows. Only hashes of secrets and codes are kept.</summary>
public sealed class Walls(IDbContextFactory<AppDataContext> contexts, TimeProvider time, WallPace pace)
{
    /// <summary>Codes that may be open at once, from one address and in all: whoever asks for more keeps nobody else from pairing for long.</summary>
    public const int MostPerAddress = 20, MostInAll = 200;
    /// <summary>An unpaired screen that didn't show itself for so long is gone.</summary>
    public static readonly TimeSpan Forget = TimeSpan.FromMinutes(5);
    static readonly TimeSpan forgetReleased = TimeSpan.FromDays(30);

    /// <summary>Null for a secret of nobody's.</summary>
    public async Task<WallState?> Find(string secret, CancellationToken cancellation = default)
    {
        var hash = SecretToken.Hash(secret);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Walls.AsNoTracking().SingleOrDefaultAsync(w => w.SecretHash == hash, cancellation) is { } row ? State(row) : null;
    }

    public async Task<IReadOnlyDictionary<Guid, WallState>> Read(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return (await context.Walls.AsNoTracking().Where(w => ids.Contains(w.Id)).ToListAsync(cancellation)).ToDictionary(w => w.Id, State);
    }

    /// <summary>A new screen, with what its cookie is to hold. Null when there are too many already.</summary>
    public async Task<(WallState Wall, string Secret)?> Begin(string address, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var (gone, releasedAndGone) = (Microseconds.Of(now - Forget * pace.Rate), Microseconds.Of(now - forgetReleased));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Walls.Where(w => w.PairedAt == null && w.SeenAt < gone || w.Until < releasedAndGone && w.SeenAt < releasedAndGone).ExecuteDeleteAsync(cancellation);
        var open = context.Walls.Where(w => w.PairedAt == null);
        if (await open.CountAsync(cancellation) >= MostInAll || await open.CountAsync(w => w.Address == address, cancellation) >= MostPerAddress)
            return null;
        var secret = SecretToken.New();
        var row = new WallRow
        {
            Id = Guid.CreateVersion7(now), SecretHash = SecretToken.Hash(secret), Address = address, MadeAt = Microseconds.Of(now), SeenAt = Microseconds.Of(now), Wall = Guid.NewGuid(), Incidents = "",
        };
        context.Walls.Add(row);
        await context.SaveChangesAsync(cancellation);
        return (State(row), secret);
    }

    /// <summary>
    /// Another code, where the last one's time is over or the wall was released; as another wall, so that no log knows it. Null when somebody else was faster: then it is read anew.
    /// </summary>
    public async Task<WallState?> Renew(WallState wall, string secret, CancellationToken cancellation = default)
    {
        var isReleased = wall.Standing is WallStanding.Released;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        for (var until = Microseconds.Of(time.GetUtcNow() + PairingCode.Life * pace.Rate); ; until++)
        {
            var (hash, was, next) = (SecretToken.Hash(PairingCode.Of(secret, until)), wall.Actor.Person.Value, isReleased ? Guid.NewGuid() : wall.Actor.Person.Value);
            var hasReleased = isReleased || wall.WasReleased;
            try
            {
                var changed = await context.Walls.Where(w => w.Id == wall.Id && w.Wall == was && w.CodeUntil == wall.CodeUntil && (isReleased || w.PairedAt == null)).ExecuteUpdateAsync(set => set
                    .SetProperty(w => w.CodeHash, hash).SetProperty(w => w.CodeUntil, until).SetProperty(w => w.Wall, next).SetProperty(w => w.WasReleased, hasReleased)
                    .SetProperty(w => w.Incidents, "").SetProperty(w => w.Until, (long?)null).SetProperty(w => w.PairedAt, (long?)null), cancellation);
                return changed == 1 ? (await Read([wall.Id], cancellation)).GetValueOrDefault(wall.Id) : null;
            }
            catch (Exception error) when (StorageFaults.IsTaken(error))
            {
                // Another wall has that code; a microsecond later it is another one.
            }
        }
    }

    /// <summary>The wall that offers this code now; null when there is none (any more).</summary>
    public async Task<WallState?> Offering(string code, CancellationToken cancellation = default)
    {
        var (hash, now) = (SecretToken.Hash(code), Microseconds.Of(time.GetUtcNow()));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Walls.AsNoTracking().SingleOrDefaultAsync(w => w.CodeHash == hash && w.CodeUntil > now && w.PairedAt == null, cancellation) is { } row ? State(row) : null;
    }

    /// <summary>False when its code was used, or replaced, meanwhile.</summary>
    public async Task<bool> Bind(WallState wall, PairedWall paired, Actor by, IReadOnlyCollection<IncidentId> incidents, CancellationToken cancellation = default)
    {
        var (now, until, shown) = (Microseconds.Of(time.GetUtcNow()), Microseconds.Of(paired.Until), WallState.Write(incidents));
        var was = wall.Actor.Person.Value;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Walls.Where(w => w.Id == wall.Id && w.Wall == was && w.CodeUntil == wall.CodeUntil && w.PairedAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(w => w.CodeHash, (byte[]?)null).SetProperty(w => w.Name, paired.Name).SetProperty(w => w.Place, paired.Place)
            .SetProperty(w => w.Agency, by.Agency.Code).SetProperty(w => w.AgencyName, by.AgencyName).SetProperty(w => w.Incidents, shown)
            .SetProperty(w => w.Until, until).SetProperty(w => w.PairedAt, now).SetProperty(w => w.PairedBy, by.Name), cancellation) == 1;
    }

    /// <summary>From now on the wall doesn't show these; one that shows nothing any more is released.</summary>
    public async Task Unbind(PersonId wall, IReadOnlyCollection<IncidentId> incidents, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        while (await context.Walls.Where(w => w.Wall == wall.Value && w.PairedAt != null).Select(w => w.Incidents).SingleOrDefaultAsync(cancellation) is { } before)
        {
            var after = WallState.Write(WallState.Read(before).Except(incidents));
            if (after == before || await context.Walls.Where(w => w.Wall == wall.Value && w.Incidents == before).ExecuteUpdateAsync(set => set.SetProperty(w => w.Incidents, after), cancellation) == 1)
                return;
        }
    }

    public async Task Seen(Guid id, string? build, CancellationToken cancellation = default)
    {
        var now = Microseconds.Of(time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Walls.Where(w => w.Id == id).ExecuteUpdateAsync(set => set.SetProperty(w => w.SeenAt, now).SetProperty(w => w.Build, build), cancellation);
    }

    WallState State(WallRow row) => WallState.Of(row, time.GetUtcNow());
}
