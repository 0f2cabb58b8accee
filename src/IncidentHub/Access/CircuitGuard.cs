using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace IncidentHub.Access;

/// <summary>
/// Binds every circuit to the session that started it. Blazor reattaches a circuit to whoever presents its secret, be it another user or
/// none: a secret that leaked (a proxy's log, a shared machine) would hand over a room with everything in it. And ends the connections of
/// a session that ended.
/// </summary>
public sealed class CircuitGuard(TimeProvider time) : IHubFilter
{
    const string SecretKey = "circuit-secret";
    /// <summary>Longer than Blazor keeps a disconnected circuit (Program.cs).</summary>
    static readonly TimeSpan Forget = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<string, (Guid Session, string Connection, DateTimeOffset? LeftAt)> circuits = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<Guid, ConcurrentDictionary<HubCallerContext, byte>> connections = new();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var caller = invocationContext.Context;
        // Names of Blazor's own hub (Microsoft.AspNetCore.Components.Server.ComponentHub); CircuitGuardTests notices when they change.
        switch (invocationContext.HubMethodName)
        {
            case "StartCircuit":
                var result = await next(invocationContext);
                if (result is string secret && caller.User.SessionId() is { } owner)
                    Bind(caller, secret, owner);
                return result;
            case "ConnectCircuit" or "ResumeCircuit":
                var presented = invocationContext.HubMethodArguments.OfType<string>().FirstOrDefault() ?? "";
                if (!circuits.TryGetValue(presented, out var circuit) || circuit.Session != caller.User.SessionId())
                    return invocationContext.HubMethodName is "ConnectCircuit" ? false : null;
                Bind(caller, presented, circuit.Session);
                return await next(invocationContext);
            default:
                return await next(invocationContext);
        }
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (context.Context.User.SessionId() is { } session)
            connections.GetOrAdd(session, _ => new()).TryAdd(context.Context, 0);
        await next(context);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.User.SessionId() is { } session && connections.TryGetValue(session, out var open))
        {
            open.TryRemove(context.Context, out _);
            if (open.IsEmpty)
                connections.TryRemove(session, out _);
        }
        // A dead connection is often noticed only after its page came back on another.
        if (context.Context.Items.TryGetValue(SecretKey, out var secret) && circuits.TryGetValue((string)secret!, out var circuit) && circuit.Connection == context.Context.ConnectionId)
            circuits[(string)secret!] = circuit with { LeftAt = time.GetUtcNow() };
        await next(context, exception);
    }

    /// <summary>Cuts every connection of a session; its pages come back as nobody's.</summary>
    public void Abort(Guid session)
    {
        if (connections.TryGetValue(session, out var open))
        {
            foreach (var connection in open.Keys)
                connection.Abort();
        }
        foreach (var (secret, _) in circuits.Where(c => c.Value.Session == session))
            circuits.TryRemove(secret, out _);
    }

    internal void ForgetLeft()
    {
        var limit = time.GetUtcNow() - Forget;
        foreach (var (secret, _) in circuits.Where(c => c.Value.LeftAt < limit))
            circuits.TryRemove(secret, out _);
    }

    void Bind(HubCallerContext caller, string secret, Guid session)
    {
        circuits[secret] = (session, caller.ConnectionId, null);
        caller.Items[SecretKey] = secret;
    }
}

/// <summary>Ends, within a second, the circuits of sessions that were ended elsewhere: another node, a command line.</summary>
public sealed class SessionWatch(Sessions sessions, CircuitGuard guard, TimeProvider time, ILogger<SessionWatch> logger) : BackgroundService
{
    static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(500);
    /// <summary>Looks back further than it must: clocks of nodes differ, and ending twice does no harm.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PollEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Look(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }

    async Task Look(CancellationToken cancellation)
    {
        try
        {
            foreach (var session in await sessions.EndedSince(time.GetUtcNow() - Overlap, cancellation))
                guard.Abort(session);
            guard.ForgetLeft();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogWarning("Could not look for ended sessions: {Error}", error.Message);
        }
    }
}
