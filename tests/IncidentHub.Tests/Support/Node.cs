using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Notifications;
using IncidentHub.Obligations;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Ui;
using IncidentHub.Wall;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace IncidentHub.Tests.Support;

/// <summary>One running product without its web, put together by the product's own setup.</summary>
public sealed class Node : IAsyncDisposable
{
    readonly StorageOptions options;
    readonly ServiceProvider services;
    readonly List<IHostedService> started = [];
    bool isDisposed;

    /// <param name="more">Services that a test puts in place of the product's.</param>
    public Node(StorageOptions options, TimeProvider time, Action<IServiceCollection>? more = null)
    {
        this.options = options;
        Time = time;
        var collection = new ServiceCollection().AddLogging().AddSingleton(time).AddStorage(options).AddLog().AddAccess().AddAdmin().AddSingleton(RuleBook.Load(RuleBook.Shipped))
            .AddNotifications(new ConfigurationBuilder().Build());
        collection.AddUi().AddRooms(options).AddWall();
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public TimeProvider Time { get; }
    public IServiceProvider Services => services;
    public LogDatabase LogDatabase => Get<LogDatabase>();
    public IncidentLog Log => Get<IncidentLog>();
    public LogIndex Index => Get<LogIndex>();
    public LogVerifier Verifier => Get<LogVerifier>();
    public RoomDirectory Rooms => Get<RoomDirectory>();
    public Desk Desk => Get<Desk>();
    public TimelineReader Reader => Get<TimelineReader>();
    public IncidentLists Lists => Get<IncidentLists>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Opens an incident with <see cref="Support.People.Team"/>.</summary>
    public async Task<IncidentId> Open(OpenIncident? command = null)
    {
        command ??= ACommand.OpenWithTeam();
        await Accept(OpenIncident.IdFor(Support.People.Coordinator.Person, command.CommandId), Support.People.Coordinator, command);
        return OpenIncident.IdFor(Support.People.Coordinator.Person, command.CommandId);
    }

    /// <summary>The incident as its decisions meet it now.</summary>
    public async Task<AnIncident> Picture(IncidentId incident) => AnIncident.NotYetOpen() with
    {
        State = (await Rooms.Room(incident)).State, Entries = [.. await Log.ReadAfter(incident, 0)], Time = Time.GetUtcNow(), Rules = Get<RulePack>(),
    };

    /// <summary>The entry that the command gave; fails the test when it gave none.</summary>
    public async Task<Reference> Accept(IncidentId incident, Actor actor, Command command) =>
        (await Desk.Submit(incident, command, actor)).ShouldBeOfType<Outcome.Done>().Entry;

    public async Task<Rejection> Refuse(IncidentId incident, Actor actor, Command command) =>
        (await Desk.Submit(incident, command, actor)).ShouldBeOfType<Outcome.Rejected>().Reason;

    /// <summary>Closes the account of somebody who has one.</summary>
    public async Task Disable(Actor actor) =>
        (await Get<AdminDesk>().SubmitFromCommandLine(new LockAccount(actor.Person.Value, IsLocked: true))).ShouldBeOfType<AdminOutcome.Done>();

    /// <summary>Runs what the product runs besides answering: here, on PostgreSQL, the wake-ups.</summary>
    public async Task StartBackground<T>() where T : IHostedService
    {
        foreach (var service in services.GetServices<IHostedService>().OfType<T>())
        {
            await service.StartAsync(default);
            started.Add(service);
        }
    }

    /// <summary>A test may end it before its database does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        foreach (var service in started)
            await service.StopAsync(default);
        var source = services.GetService<NpgsqlDataSource>();
        await services.DisposeAsync();
        if (source is not null)
            await source.DisposeAsync();
        else
            Release(options);
    }

    static void Release(StorageOptions options)
    {
        foreach (var file in new[] { options.LogFile, options.AppFile })
        {
            using var connection = new SqliteConnection(SqliteFiles.ReadConnection(file));
            SqliteConnection.ClearPool(connection);
        }
    }
}
