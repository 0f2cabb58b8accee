using System.Security.Claims;
using IncidentHub.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Access;

/// <summary>A connection to Blazor's hub, of a session or of nobody.</summary>
sealed class Caller(Guid? session) : HubCallerContext
{
    readonly TaskCompletionSource aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Aborted => aborted.Task;
    public HubLifetimeContext Lifetime => new(this, new ServiceCollection().BuildServiceProvider(), new Component());

    public override string ConnectionId { get; } = Guid.NewGuid().ToString();
    public override string? UserIdentifier => null;
    public override ClaimsPrincipal? User { get; } =
        session is { } id ? ActorClaims.Principal(Support.People.Coordinator, id) : new ClaimsPrincipal(new ClaimsIdentity());
    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();
    public override IFeatureCollection Features { get; } = new FeatureCollection();
    public override CancellationToken ConnectionAborted => default;
    public override void Abort() => aborted.TrySetResult();

    /// <summary>What the guard answers to a call of the hub's method; <paramref name="answer"/> is what the hub itself would.</summary>
    public async Task<object?> Call(CircuitGuard guard, string method, object? answer, params object?[] arguments)
    {
        var hubMethod = Component.Hub.GetMethod(method)!;
        using var services = new ServiceCollection().BuildServiceProvider();
        return await guard.InvokeMethodAsync(new HubInvocationContext(this, services, new Component(), hubMethod, arguments), _ => ValueTask.FromResult(answer));
    }

    sealed class Component : Hub
    {
        /// <summary>Blazor's own, which is internal.</summary>
        public static Type Hub { get; } = typeof(Microsoft.AspNetCore.Components.Server.CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.ComponentHub", throwOnError: true)!;
    }

    public static Type BlazorsHub => Component.Hub;
}
