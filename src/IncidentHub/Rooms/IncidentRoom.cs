using System.Collections.Immutable;
using System.Threading.Channels;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Storage;

namespace IncidentHub.Rooms;

/// <summary>
/// One incident in memory, once per node: its state, the views of those who look, and the one loop that writes. The room is the fold of
/// its log; whatever it holds can be thrown away and folded again.
/// </summary>
public sealed class IncidentRoom
{
    const int LargestBatch = 64;
    /// <summary>Entries kept for views that are being built while the room moves on.</summary>
    const int Recent = 256;
    const int LostRaces = 20;

    readonly IncidentLog log;
    readonly LogIndex index;
    readonly RulePack rules;
    readonly EntryAssembler assembler;
    readonly TimeProvider time;
    readonly ILogger logger;
    readonly Channel<Work> inbox = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    readonly Lock gate = new();
    readonly Dictionary<Viewpoint, ViewSlot> slots = [];
    readonly Queue<ResolvedEntry> recent = [];
    IncidentState state;
    IncidentHead head;
    byte[]? referenceKey;
    bool mayBeBehind;

    IncidentRoom(IncidentState state, IncidentLog log, LogIndex index, RulePack rules, TimeProvider time, ILogger logger)
    {
        this.state = state;
        this.log = log;
        this.index = index;
        this.rules = rules;
        this.time = time;
        this.logger = logger;
        assembler = new EntryAssembler(index);
        head = IncidentHead.Of(state);
    }

    /// <summary>Folds the incident from its log; one that doesn't exist yet gives an empty room that waits to be opened.</summary>
    public static async Task<IncidentRoom> Load(IncidentId id, IncidentLog log, LogIndex index, RulePack rules, TimeProvider time, ILogger logger)
    {
        var folded = (await log.ReadAfter(id, 0)).Aggregate(IncidentState.Before(id), (before, entry) => before.Apply(entry));
        var room = new IncidentRoom(folded, log, index, rules, time, logger);
        _ = Task.Run(room.Run);
        return room;
    }

    public IncidentState State => Volatile.Read(ref state);

    /// <summary>Raised on the writer's loop after a published entry, with its events.</summary>
    internal event Action<IncidentRoom, ImmutableArray<IncidentEvent>>? Published;

    /// <summary>Decides and appends, in the order of arrival. Completes when it is durable and everyone has been told, or was refused.</summary>
    public Task<Outcome> Submit(Command command, Actor actor, ImmutableDictionary<PersonId, Actor> people)
    {
        var work = new Work(command, actor, people);
        inbox.Writer.TryWrite(work);
        return work.Outcome.Task;
    }

    /// <summary>Takes in what other nodes appended.</summary>
    public Task CatchUp()
    {
        var work = new Work(null, null, ImmutableDictionary<PersonId, Actor>.Empty);
        inbox.Writer.TryWrite(work);
        return work.Outcome.Task;
    }

    /// <summary>
    /// The present view and every later one: nothing falls between. Null when there is no such incident for this actor. The callback gets
    /// null when they lose it; it runs on the writer's loop, so it must only take note and return, and never throw.
    /// </summary>
    public async Task<RoomSubscription?> Join(Actor actor, Action<RoomView?> changed, CancellationToken cancellation = default)
    {
        while (true)
        {
            Viewpoint? viewpoint;
            long number;
            lock (gate)
            {
                if (state.ViewpointOf(actor) is not { } own)
                    return null;
                viewpoint = state.Shared(own);
                if (slots.TryGetValue(viewpoint, out var slot))
                    return Subscribe(slot, actor, changed);
                number = state.Number;
            }
            var view = await BuildView(viewpoint, number, cancellation);
            lock (gate)
            {
                if (!slots.ContainsKey(viewpoint) && CatchUp(new ViewSlot(viewpoint, view), number) is { } slot)
                    slots.Add(viewpoint, slot);
            }
        }
    }

    sealed record CommissionSight(IncidentState State, DateTimeOffset At, CommissionView? View);
    CommissionSight? commission;

    /// <summary>What the commission sees of it at that moment; the same instance for as long as that is the same. Null until it was briefed.</summary>
    internal CommissionView? CommissionView(DateTimeOffset now)
    {
        var (present, last) = (State, Volatile.Read(ref commission));
        if (last is { } known && (ReferenceEquals(known.State, present) || IsSameFor(known.State, present)) && known.At <= now && !(known.View?.NextChange <= now))
            return known.View;
        var view = Domain.CommissionView.Of(present, now);
        view = last is { View: { } before } && before.Equals(view) ? before : view;
        Volatile.Write(ref commission, new CommissionSight(present, now, view));
        return view;
    }

    static bool IsSameFor(IncidentState one, IncidentState other) =>
        ReferenceEquals(one.Releases, other.Releases) && ReferenceEquals(one.Editions, other.Editions) && ReferenceEquals(one.Questions, other.Questions)
        && ReferenceEquals(one.Tasks, other.Tasks) && ReferenceEquals(one.Findings, other.Findings)
        && ReferenceEquals(one.Clarifications, other.Clarifications) && ReferenceEquals(one.Obligations, other.Obligations) && ReferenceEquals(one.Members, other.Members);

    internal void Leave(RoomSubscription subscription)
    {
        lock (gate)
        {
            foreach (var slot in slots.Values.Where(s => s.Subscribers.Remove(subscription)).ToList())
            {
                // A person's own view is worth its upkeep only while they look.
                if (slot.Subscribers.Count == 0 && slot.Viewpoint.Person != default)
                    slots.Remove(slot.Viewpoint);
            }
        }
    }

    /// <summary>A view made from the index, as a fresh process would make it.</summary>
    internal async Task<RoomView> BuildView(Viewpoint viewpoint, long number, CancellationToken cancellation = default)
    {
        var latest = await index.Before(state.Id, viewpoint, EntryFilter.All, number + 1, RoomView.Window, cancellation);
        var count = await index.Count(state.Id, viewpoint, EntryFilter.All, number, cancellation);
        var entries = await assembler.Assemble(state.Id, viewpoint, latest, number, cancellation);
        var (now, shown) = (State, head);
        return new RoomView(shown, entries, count, RoomObjects.Of(now, viewpoint));
    }

    RoomSubscription Subscribe(ViewSlot slot, Actor actor, Action<RoomView?> changed)
    {
        var subscription = new RoomSubscription(this, actor, changed, slot.View);
        slot.Subscribers.Add(subscription);
        return subscription;
    }

    // Null when the room has moved on further than we remember: build the view again.
    ViewSlot? CatchUp(ViewSlot slot, long number)
    {
        if (state.Number - number > recent.Count)
            return null;
        foreach (var entry in recent.Where(e => e.Entry.Number > number))
            slot.Apply(entry, head, state);
        slot.Refresh(head, state);
        return slot;
    }

    async Task Run()
    {
        while (await inbox.Reader.WaitToReadAsync())
        {
            var batch = new List<Work>();
            while (batch.Count < LargestBatch && inbox.Reader.TryRead(out var work))
                batch.Add(work);
            try
            {
                await Carry(batch);
            }
            catch (Exception error)
            {
                // The commit's outcome may be unknown: what the log says is read before anything else is decided.
                mayBeBehind = true;
                var fault = StorageFaults.Of(error);
                if (fault is null)
                    logger.LogError(error, "Room of incident {Incident} failed on {Count} commands", state.Id, batch.Count);
                else
                    logger.LogWarning("Room of incident {Incident} could not write: {Fault}, {Error}", state.Id, fault, error.GetType().Name);
                foreach (var work in batch.Where(w => !w.Outcome.Task.IsCompleted))
                {
                    if (fault is { } known)
                        work.Outcome.TrySetResult(new Outcome.Unavailable(known));
                    else
                        work.Outcome.TrySetException(error);
                }
            }
        }
    }

    async Task Carry(List<Work> batch)
    {
        for (var attempt = 0; attempt < LostRaces; attempt++)
        {
            if (mayBeBehind || attempt > 0 || batch.Any(w => w.Command is null))
                await TakeInTail();
            // The first time nothing is looked up: a repeated command, or a taken reference, fails the append and is looked at then.
            var round = await Decide(batch, isSecondLook: attempt > 0);
            // What another node wrote may allow it: nobody is refused on a state that is behind.
            if (attempt == 0 && round.HasRefusal && await IsBehind())
                continue;
            if (round.Pending.Count > 0)
            {
                var appended = await log.Append(state.Id, state.Number, [.. round.Pending.Select(p => p.Entry)], referenceKey, Running(round));
                if (appended is null)
                {
                    // Another node was first: nothing of this round was told to anybody. If it opened the incident, its key is the one that was kept.
                    if (state.Number == 0)
                        referenceKey = null;
                    continue;
                }
                Publish([.. appended.Zip(round.Pending, (entry, pending) => new ResolvedEntry(entry, pending.Cited))]);
            }
            foreach (var (work, outcome) in round.Outcomes)
                work.Outcome.TrySetResult(outcome(state));
            return;
        }
        foreach (var work in batch)
            work.Outcome.TrySetResult(new Outcome.Unavailable(StorageFault.Locked));
    }

    // Most entries change no clock.
    IEnumerable<Deadline>? Running(Round round) =>
        ReferenceEquals(state.Clarifications, round.State.Clarifications) && ReferenceEquals(state.Obligations, round.State.Obligations) ? null : round.State.UnloggedDeadlines;

    async Task<bool> IsBehind() => (await log.Head(state.Id))?.Number > state.Number;

    async Task TakeInTail()
    {
        var tail = await log.ReadAfter(state.Id, state.Number);
        if (tail.Count > 0)
            Publish(await assembler.Resolve(state.Id, tail));
        mayBeBehind = false;
    }

    /// <summary>Decides a batch one after another, each on the state that those before it would leave.</summary>
    async Task<Round> Decide(List<Work> batch, bool isSecondLook)
    {
        var round = new Round(state);
        foreach (var work in batch)
            round.Outcomes.Add((work, work.Command is { } command ? await Decide(round, work, command, isSecondLook) : s => new Outcome.Done(s.Reference, default)));
        return round;
    }

    async Task<Func<IncidentState, Outcome>> Decide(Round round, Work work, Command command, bool isSecondLook)
    {
        var actor = work.Actor!;
        var contentHash = EntryCodec.ContentHash(command);
        if (round.Pending.Find(p => p.Entry.Actor == actor.Person && p.Entry.CommandId == command.CommandId) is { } twin)
            return Repeat(contentHash, twin.Entry.ContentHash, twin.Entry.Content.Reference);
        if (isSecondLook && await Recorded(actor, command, contentHash) is { } repeated)
            return repeated;

        var cited = (await index.Find(state.Id, command.Cites)).ToImmutableDictionary(e => e.Content!.Reference);
        var context = new CommandContext(actor, time.GetUtcNow(), await FreeReference(round, command.CommandId, isSecondLook), cited, work.People, rules);
        switch (command.Decide(round.State, context))
        {
            case Decision.Accepted { Entry: var content }:
                // Objects are cited too; only entries can be quoted.
                var resolved = content.Cites.Where(cited.ContainsKey).Select(r => cited[r].Content!).ToImmutableArray();
                round.Add(new PendingEntry(actor.Person, command.CommandId, contentHash, content), resolved, context.Now);
                return s => new Outcome.Done(s.Reference, content.Reference);
            case Decision.Refused { Reason: var reason }:
                round.HasRefusal = true;
                // What was done once may be refused now because it was done.
                return await Recorded(actor, command, contentHash) ?? (_ => new Outcome.Rejected(reason));
            default:
                throw new InvalidOperationException("A decision is either accepted or refused.");
        }
    }

    static Func<IncidentState, Outcome> Repeat(byte[] contentHash, byte[] recorded, Reference entry) =>
        contentHash.AsSpan().SequenceEqual(recorded)
            ? s => new Outcome.Done(s.Reference, entry)
            : _ => new Outcome.Rejected(new Rejection(RejectionCode.CommandIdReused));

    async Task<Func<IncidentState, Outcome>?> Recorded(Actor actor, Command command, byte[] contentHash)
    {
        if (await log.Find(state.Id, actor.Person, command.CommandId) is not { } recorded)
            return null;
        var entry = (await log.ReadAfter(state.Id, recorded.Number - 1, take: 1))[0];
        return Repeat(contentHash, recorded.ContentHash, entry.Content?.Reference ?? default);
    }

    async Task<Reference> FreeReference(Round round, Guid commandId, bool isSecondLook)
    {
        referenceKey ??= (await log.Head(state.Id))?.ReferenceKey ?? IncidentLog.NewReferenceKey();
        for (var attempt = 0; ; attempt++)
        {
            var reference = Reference.Mint("E", 8, referenceKey, commandId, attempt);
            if (round.Pending.TrueForAll(p => p.Entry.Content.Reference != reference) && !(isSecondLook && await index.IsTaken(state.Id, reference)))
                return reference;
        }
    }

    void Publish(ImmutableArray<ResolvedEntry> entries)
    {
        var pushes = new List<(RoomSubscription Subscription, RoomView? View)>();
        lock (gate)
        {
            var changed = new HashSet<ViewSlot>();
            foreach (var entry in entries)
                Apply(entry, changed, pushes);
            foreach (var slot in changed)
                pushes.AddRange(slot.Subscribers.Select(s => (s, (RoomView?)slot.View)));
        }
        foreach (var (subscription, view) in pushes)
            subscription.Push(view);
        foreach (var entry in entries.Where(e => e.Content is not null))
            Published?.Invoke(this, entry.Content!.Events);
    }

    void Apply(ResolvedEntry entry, HashSet<ViewSlot> changed, List<(RoomSubscription, RoomView?)> pushes)
    {
        var before = state;
        state = before.Apply(entry.Entry);
        // Nothing else is anew: a view that is merely made again is pushed, and would tell whoever sees no more of it that something happened.
        if (before.Number == 0 || entry.Content?.Events.Any(e => e is not (EntryWritten or EntryCorrected or EntriesContradicted or SubjectEvent)) is true)
            head = IncidentHead.Of(state);
        if (!ReferenceEquals(before.Members, state.Members) || !ReferenceEquals(before.Walls, state.Walls) || !ReferenceEquals(before.Named, state.Named))
            MoveSubscribers(changed, pushes);

        recent.Enqueue(entry);
        if (recent.Count > Recent)
            recent.Dequeue();
        foreach (var slot in slots.Values.Where(s => s.Apply(entry, head, state)))
            changed.Add(slot);
    }

    // Whoever is no member any more, and a screen that was released, loses the room; whoever is named by a RED entry for the first time gets a view of their own, which
    // until now was the same as their colleagues'.
    void MoveSubscribers(HashSet<ViewSlot> changed, List<(RoomSubscription, RoomView?)> pushes)
    {
        foreach (var slot in slots.Values.ToList())
        {
            foreach (var subscription in slot.Subscribers.ToList())
            {
                var own = state.ViewpointOf(subscription.Actor);
                if (own is not null && state.Shared(own) == slot.Viewpoint)
                    continue;
                slot.Subscribers.Remove(subscription);
                if (own is null)
                {
                    pushes.Add((subscription, null));
                    continue;
                }
                var key = state.Shared(own);
                if (!slots.TryGetValue(key, out var target))
                    slots.Add(key, target = new ViewSlot(key, slot.View));
                target.Subscribers.Add(subscription);
                changed.Add(target);
            }
        }
    }

    sealed record Work(Command? Command, Actor? Actor, ImmutableDictionary<PersonId, Actor> People)
    {
        public TaskCompletionSource<Outcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>A batch's decisions, and the state they would leave if their commit succeeds.</summary>
    sealed class Round(IncidentState state)
    {
        public IncidentState State { get; private set; } = state;
        public List<Pending> Pending { get; } = [];
        public List<(Work Work, Func<IncidentState, Outcome> Outcome)> Outcomes { get; } = [];
        public bool HasRefusal { get; set; }

        public void Add(PendingEntry entry, ImmutableArray<EntryContent> cited, DateTimeOffset now)
        {
            Pending.Add(new Pending(entry, cited));
            State = State.Apply(new TimelineEntry(State.Number + 1, now, entry.Content));
        }
    }

    sealed record Pending(PendingEntry Entry, ImmutableArray<EntryContent> Cited);
}
