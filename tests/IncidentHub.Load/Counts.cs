using System.Collections.Immutable;
using System.Diagnostics;
using IncidentHub.Access;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Notifications;
using IncidentHub.Rooms;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentHub.Load;

/// <summary>What the three counts of the rail cost: work, deadlines, and the bell, on as many open pages as there are viewers.</summary>
sealed class Counts(Bench bench)
{
    const int Incidents = 8;
    const int Tasks = 200;
    const int Posts = 40;

    readonly List<IncidentId> incidents = [];

    public async Task Fill(RoomDirectory rooms)
    {
        for (var i = 0; i < Incidents; i++)
        {
            incidents.Add(await Bench.Open(rooms));
            var room = await rooms.Room(incidents[^1]);
            for (var t = 0; t < Tasks; t++)
                await Propose(room, t);
        }
    }

    /// <summary>Milliseconds of processor time: to open a page, and to bring all pages up to date after a post.</summary>
    public async Task<(double Open, double Post)> Measure(int viewers)
    {
        var rooms = bench.NewRooms();
        foreach (var incident in incidents)
            await rooms.Room(incident);
        var lists = new IncidentLists(rooms, bench.Log, bench.Index, bench.Accounts, NullLogger<IncidentLists>.Instance);
        var reader = new TimelineReader(rooms, bench.Index);
        var feed = new NotificationFeed(lists, reader, new SharedNews(reader), bench.Acknowledgements, ReminderTimes.Usual, TimeProvider.System);
        var pages = new List<Page>();
        var opening = await Processor(async () =>
        {
            for (var v = 0; v < viewers; v++)
            {
                pages.Add(await Page.Open(Bench.People[v % Bench.People.Length], lists, feed));
                await pages[^1].Read();
            }
        });
        var posting = await Processor(async () =>
        {
            for (var i = 0; i < Posts; i++)
            {
                await Propose(await rooms.Room(incidents[i % Incidents]), i);
                foreach (var page in pages)
                    await page.Read();
            }
        });
        pages.ForEach(p => p.Dispose());
        return (opening / viewers, posting / Posts);
    }

    static async Task<double> Processor(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    static Task Propose(IncidentRoom room, int i) => Bench.Submit(room, new ProposeTask
    {
        CommandId = Guid.NewGuid(),
        Kind = TaskKind.Response,
        Title = $"Tugas {i}",
        Assigned = new AgencyId(Bench.Agencies[(i + 1) % 5]),
        Marking = i % 10 == 0 ? new Marking(Tlp.Red, [], [Bench.People[0].Person, Bench.People[1].Person]) : Marking.WholeTeam(Tlp.Green),
    }, Bench.People[i % 20]);

    /// <summary>As a circuit holds it: each count joins for itself, and reads when it was pushed to.</summary>
    sealed class Page(Actor viewer, IncidentListSubscription work, IncidentListSubscription due, NotificationSubscription bell) : IDisposable
    {
        public static async Task<Page> Open(Actor viewer, IncidentLists lists, NotificationFeed feed) =>
            new(viewer, await lists.Join(viewer, () => { }), await lists.Join(viewer, () => { }), await feed.Join(viewer, () => { }));

        public async Task Read()
        {
            _ = WorkList.NeedsUs(work.Incidents, viewer);
            _ = DueList.OwedOverdue(due.Incidents, viewer, DateTimeOffset.UtcNow);
            _ = (await bell.Read()).Unread.Length;
        }

        public void Dispose()
        {
            work.Dispose();
            due.Dispose();
            bell.Dispose();
        }
    }
}
