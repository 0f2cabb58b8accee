using System.Collections.Concurrent;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>Sign-ins, as rows: what the cookie says is believed only while its session's row hasn't ended.</summary>
public sealed class Sessions(IDbContextFactory<AppDataContext> contexts, TimeProvider time)
{
    /// <summary>While the database can't be asked, a session that was alive this recently goes on; then nobody is let in.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);
    readonly ConcurrentDictionary<Guid, DateTimeOffset> seenAlive = new();

    public async Task<Guid> Start(PersonId person, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var session = new SessionRow { Id = Guid.NewGuid(), AccountId = person.Value, StartedAt = Microseconds.Of(time.GetUtcNow()) };
        context.Sessions.Add(session);
        await context.SaveChangesAsync(cancellation);
        return session.Id;
    }

    public Task End(Guid session, CancellationToken cancellation = default) => End(s => s.Id == session, cancellation);

    public Task EndAll(PersonId person, CancellationToken cancellation = default) => End(s => s.AccountId == person.Value, cancellation);

    /// <summary>Within the caller's transaction: what ends them and their end are committed together.</summary>
    public Task EndAll(PersonId person, AppDataContext context, CancellationToken cancellation = default) => End(context, s => s.AccountId == person.Value, cancellation);

    /// <summary>Whether it may go on: its row is there and open, and its account isn't disabled.</summary>
    public async Task<bool> IsAlive(Guid session, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var alive = await context.Sessions
                .Where(s => s.Id == session && s.EndedAt == null)
                .Join(context.Users.Where(a => !a.IsDisabled), s => s.AccountId, a => a.Id, (s, _) => s.Id)
                .AnyAsync(cancellation);
            if (alive)
                seenAlive[session] = now;
            else
                seenAlive.TryRemove(session, out _);
            return alive;
        }
        catch (Exception error) when (StorageFaults.Of(error) is not null)
        {
            return seenAlive.TryGetValue(session, out var last) && now - last < Grace;
        }
    }

    /// <summary>The sessions that ended from a time on, on whatever node.</summary>
    public async Task<IReadOnlyList<Guid>> EndedSince(DateTimeOffset since, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var from = Microseconds.Of(since);
        return await context.Sessions.Where(s => s.EndedAt >= from).Select(s => s.Id).ToListAsync(cancellation);
    }

    async Task End(System.Linq.Expressions.Expression<Func<SessionRow, bool>> which, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await End(context, which, cancellation);
    }

    Task<int> End(AppDataContext context, System.Linq.Expressions.Expression<Func<SessionRow, bool>> which, CancellationToken cancellation) =>
        context.Sessions.Where(which).Where(s => s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, Microseconds.Of(time.GetUtcNow())), cancellation);
}
