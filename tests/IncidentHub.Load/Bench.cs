using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentHub.Load;

/// <summary>The product's log and rooms on a SQLite file of their own, with one incident and people enough.</summary>
sealed class Bench : IAsyncDisposable
{
    readonly ServiceProvider services;

    Bench(ServiceProvider services, StorageOptions storage)
    {
        this.services = services;
        Storage = storage;
        Log = services.GetRequiredService<IncidentLog>();
        Index = services.GetRequiredService<LogIndex>();
        Acknowledgements = services.GetRequiredService<Acknowledgements>();
        Accounts = services.GetRequiredService<IncidentHub.Access.People>();
    }

    public StorageOptions Storage { get; }
    public IncidentLog Log { get; }
    public LogIndex Index { get; }
    public Acknowledgements Acknowledgements { get; }
    public IncidentHub.Access.People Accounts { get; }
    public static readonly ImmutableArray<string> Agencies = ["KPU", "BSSN", "BARESKRIM", "BIN", "KOMINFO"];
    public static readonly ImmutableArray<Actor> People =
        [.. Enumerable.Range(0, 400).Select(i => new Actor(new PersonId(new Guid(i + 1, 0, 0, new byte[8])), $"Orang {i}", i == 0 ? Role.Coordinator : Role.Liaison, new AgencyId(Agencies[i % 5]), Agencies[i % 5]))];

    public static async Task<Bench> Create(string folder)
    {
        var storage = new StorageOptions { Provider = DatabaseProvider.Sqlite, Folder = folder };
        var provider = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddStorage(storage).AddLog().AddSingleton<Acknowledgements>().AddSingleton<IncidentHub.Access.People>().BuildServiceProvider();
        await provider.GetRequiredService<SchemaMigrator>().Prepare();
        return new Bench(provider, storage);
    }

    /// <summary>A node of its own over the same log.</summary>
    public RoomDirectory NewRooms() => new(Log, Index, RulePack.Empty, TimeProvider.System, NullLogger<IncidentRoom>.Instance);

    public static async Task<IncidentId> Open(RoomDirectory rooms)
    {
        var command = new OpenIncident { CommandId = Guid.NewGuid(), Title = "Beban", Summary = "Uji beban.", Severity = Severity.Low, Tlp = Tlp.Green, Members = [.. People.Select(p => p.Person)] };
        var id = OpenIncident.IdFor(People[0].Person, command.CommandId);
        Check(await (await rooms.Room(id)).Submit(command, People[0], People.ToImmutableDictionary(p => p.Person)));
        return id;
    }

    public static WriteEntry Entry(int i, Tlp tlp = Tlp.Green) => new()
    {
        CommandId = Guid.NewGuid(),
        Kind = EntryKind.Observation,
        Text = $"Entri {i}: sementara ditemukan kemiripan data yang ditawarkan dengan data di situs; pemeriksaan berlanjut bersama tim gabungan.",
        Marking = Marking.WholeTeam(tlp),
    };

    public static Task Post(IncidentRoom room, int i) => Submit(room, Entry(i), People[i % People.Length]);

    public static async Task Submit(IncidentRoom room, Command command, Actor actor) => Check(await room.Submit(command, actor, People.Where(p => command.Names.Contains(p.Person)).ToImmutableDictionary(p => p.Person)));

    static void Check(Outcome outcome)
    {
        if (outcome is not Outcome.Done)
            throw new InvalidOperationException($"Refused: {outcome}");
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Storage.Folder, recursive: true);
    }
}
