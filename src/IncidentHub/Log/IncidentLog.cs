using System.Security.Cryptography;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Log;

/// <summary>An entry that was decided and waits to be appended.</summary>
/// <param name="ContentHash">Of the command: <see cref="EntryCodec.ContentHash"/>.</param>
public sealed record PendingEntry(PersonId Actor, Guid CommandId, byte[] ContentHash, EntryContent Content);

/// <summary>What became of a command that was sent before.</summary>
public sealed record RecordedCommand(long Number, byte[] ContentHash);

/// <summary>
/// The only way in, and the truth. Append-only; numbers of an incident run from 1 without gaps, because an append holds the lock of the
/// incident's head row until it commits. All reads and writes throw the database's exceptions; <see cref="StorageFaults.Of"/> names them.
/// </summary>
public sealed class IncidentLog(LogDatabase database, TimeProvider time)
{
    /// <summary>
    /// Appends entries in one transaction, behind entry number <paramref name="after"/>, together with their index. All or nothing.
    /// </summary>
    /// <param name="referenceKey">For an incident's first entry: the key that its references were minted with.</param>
    /// <param name="running">The clocks that run behind these entries and whose passing isn't logged; null where they are those of before.</param>
    /// <returns>
    /// The entries as recorded. Null when the incident has moved on meanwhile, when one of the commands was carried out before, or when a
    /// reference is taken: catch up, look, and decide again.
    /// </returns>
    public async Task<IReadOnlyList<TimelineEntry>?> Append(
        IncidentId incident, long after, IReadOnlyList<PendingEntry> pending, byte[]? referenceKey = null, IEnumerable<Deadline>? running = null, CancellationToken cancellation = default)
    {
        try
        {
            return await TryAppend(incident, after, pending, referenceKey, running, cancellation);
        }
        catch (System.Data.Common.DbException error) when (StorageFaults.IsTaken(error))
        {
            return null;
        }
    }

    async Task<IReadOnlyList<TimelineEntry>?> TryAppend(
        IncidentId incident, long after, IReadOnlyList<PendingEntry> pending, byte[]? referenceKey, IEnumerable<Deadline>? running, CancellationToken cancellation)
    {
        await using var write = await database.Begin(cancellation);
        if (after == 0)
        {
            var opened = await write.Execute(LogSql.InsertHead,
                ("incident", incident.Value), ("reference", ReferenceOf(pending[0].Content)), ("key", referenceKey ?? NewReferenceKey()), ("hash", HashChain.Genesis));
            if (opened == 0)
                return null;
        }
        var (number, previous) = await LockHead(write, incident);
        if (number != after)
            return null;

        var recordedAt = Microseconds.Of(time.GetUtcNow());
        var recorded = new List<TimelineEntry>(pending.Count);
        foreach (var entry in pending)
        {
            number++;
            previous = await Insert(write, incident, number, recordedAt, entry, previous);
            recorded.Add(new TimelineEntry(number, Microseconds.ToTime(recordedAt), entry.Content));
        }
        if (running is not null)
            await WriteDeadlines(write, incident, running);
        await write.Execute(LogSql.MoveHead, ("incident", incident.Value), ("number", number), ("hash", previous));
        if (database.Wake is { } wake)
            await write.Execute(wake, ("incident", incident.Value));
        await write.Commit(cancellation);
        return recorded;
    }

    /// <summary>The entries behind number <paramref name="after"/>, in order.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAfter(
        IncidentId incident, long after, int take = int.MaxValue, CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        var rows = from entry in context.Entries
                   join body in context.Bodies on new { entry.IncidentId, entry.Number } equals new { body.IncidentId, body.Number } into bodies
                   from body in bodies.DefaultIfEmpty()
                   where entry.IncidentId == incident.Value && entry.Number > after
                   orderby entry.Number
                   select new { entry.Number, entry.RecordedAt, Body = body == null ? null : body.Body };
        var entries = new List<TimelineEntry>();
        await foreach (var row in rows.Take(take).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
            entries.Add(new TimelineEntry(row.Number, Microseconds.ToTime(row.RecordedAt), row.Body is null ? null : EntryCodec.Decode(row.Body)));
        return entries;
    }

    /// <summary>What a command of this actor gave before; null when it never got through.</summary>
    public async Task<RecordedCommand?> Find(IncidentId incident, PersonId actor, Guid commandId, CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        return await context.Commands
            .Where(c => c.IncidentId == incident.Value && c.Actor == actor.Value && c.CommandId == commandId)
            .Select(c => new RecordedCommand(c.Number, c.ContentHash))
            .SingleOrDefaultAsync(cancellation);
    }

    public async Task<HeadRow?> Head(IncidentId incident, CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        return await context.Heads.AsNoTracking().SingleOrDefaultAsync(h => h.IncidentId == incident.Value, cancellation);
    }

    public async Task<IncidentId?> Find(Reference incident, CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        var id = await context.Heads.Where(h => h.Reference == incident.Text).Select(h => (Guid?)h.IncidentId).SingleOrDefaultAsync(cancellation);
        return id is { } value ? new IncidentId(value) : null;
    }

    /// <summary>Every incident with the number of its newest entry: what a node compares with what it knows.</summary>
    public async Task<IReadOnlyDictionary<IncidentId, long>> Heads(CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        return await context.Heads.Select(h => new { h.IncidentId, h.Number }).ToDictionaryAsync(h => new IncidentId(h.IncidentId), h => h.Number, cancellation);
    }

    /// <summary>Writes the index's deadlines of one incident anew, as they are behind entry number <paramref name="number"/>; does nothing where it has moved on.</summary>
    public async Task RebuildDeadlines(IncidentId incident, long number, IEnumerable<Deadline> running, CancellationToken cancellation = default)
    {
        await using var write = await database.Begin(cancellation);
        if ((await LockHead(write, incident)).Number != number)
            return;
        await WriteDeadlines(write, incident, running);
        await write.Commit(cancellation);
    }

    /// <summary>Throws the index away and writes it again from the log.</summary>
    public async Task<int> RebuildIndex(CancellationToken cancellation = default)
    {
        var heads = await Heads(cancellation);
        await using var write = await database.Begin(cancellation);
        foreach (var table in LogSql.IndexTables)
            await write.Execute($"DELETE FROM {table}");
        var count = 0;
        foreach (var incident in heads.Keys)
        {
            var state = IncidentState.Before(incident);
            foreach (var entry in await ReadAfter(incident, 0, cancellation: cancellation))
            {
                if (entry.Content is { } content)
                    await InsertIndex(write, incident, entry.Number, content);
                state = state.Apply(entry);
                count++;
            }
            await WriteDeadlines(write, incident, state.UnloggedDeadlines);
        }
        await write.Commit(cancellation);
        return count;
    }

    public static byte[] NewReferenceKey() => RandomNumberGenerator.GetBytes(32);

    static string ReferenceOf(EntryContent first) => first.Events.OfType<IncidentOpened>().Single().Reference.Text;

    async Task<(long Number, byte[] Hash)> LockHead(LogTransaction write, IncidentId incident)
    {
        await using var reader = await write.Query(LogSql.SelectHead + database.ForUpdate, ("incident", incident.Value));
        return await reader.ReadAsync() ? (reader.GetInt64(0), (byte[])reader.GetValue(1)) : (-1, HashChain.Genesis);
    }

    async Task<byte[]> Insert(
        LogTransaction write, IncidentId incident, long number, long recordedAt, PendingEntry entry, byte[] previous)
    {
        var salt = RandomNumberGenerator.GetBytes(HashChain.SaltLength);
        var body = EntryCodec.Encode(entry.Content);
        var commitment = HashChain.Commit(salt, body);
        var hash = HashChain.Link(incident, number, recordedAt, commitment, previous);

        await write.Execute(LogSql.InsertEntry,
            ("incident", incident.Value), ("number", number), ("recorded", recordedAt), ("version", HashChain.Version),
            ("commitment", commitment), ("previous", previous), ("hash", hash));
        await write.Execute(LogSql.InsertBody, ("incident", incident.Value), ("number", number), ("salt", salt), ("body", body));
        await write.Execute(LogSql.InsertCommand,
            ("incident", incident.Value), ("actor", entry.Actor.Value), ("command", entry.CommandId), ("content", entry.ContentHash), ("number", number));
        await InsertIndex(write, incident, number, entry.Content);
        return hash;
    }

    async Task InsertIndex(LogTransaction write, IncidentId incident, long number, EntryContent content)
    {
        await write.Execute(LogSql.InsertTimeline,
            ("incident", incident.Value), ("number", number), ("reference", content.Reference.Text), ("kind", content.Kind.ToString()),
            ("agency", content.Author.Agency.Code), ("author", content.Author.Person.Value), ("tlp", (int)content.Marking.Tlp),
            ("audience", LogIndex.Join(content.Marking.Audience.Select(a => a.Code))),
            ("recipients", LogIndex.Join(content.Marking.Recipients.Select(p => p.Value.ToString("D")))));
        foreach (var cited in content.Cites)
            await write.Execute(LogSql.InsertCitation, ("incident", incident.Value), ("number", number), ("cited", cited.Text));
        await write.Execute(database.InsertWords,
            ("incident", incident.Value), ("number", number), ("words", database.WordsValue(Tokenizer.Words(SearchText(content)))));
        foreach (var change in content.Events)
            await IndexMembers(write, incident, change);
    }

    // There are few, and telling what changed would cost more than writing them.
    static async Task WriteDeadlines(LogTransaction write, IncidentId incident, IEnumerable<Deadline> running)
    {
        await write.Execute(LogSql.DeleteDeadlines, ("incident", incident.Value));
        foreach (var deadline in running)
            await write.Execute(LogSql.InsertDeadline, ("incident", incident.Value), ("subject", deadline.Subject.Text), ("due", Microseconds.Of(deadline.Due)));
    }

    static async Task IndexMembers(LogTransaction write, IncidentId incident, IncidentEvent change)
    {
        var (added, removed) = change switch
        {
            IncidentOpened e => (e.Members.Select(m => m.Person), []),
            MemberAdded e => ([e.Member.Person], []),
            MemberRemoved e => (Enumerable.Empty<PersonId>(), new[] { e.Member.Person }),
            _ => ([], []),
        };
        foreach (var person in added)
            await write.Execute(LogSql.InsertMember, ("incident", incident.Value), ("person", person.Value));
        foreach (var person in removed)
            await write.Execute(LogSql.DeleteMember, ("incident", incident.Value), ("person", person.Value));
    }

    /// <summary>What a search looks through.</summary>
    public static string SearchText(EntryContent content) => SearchText(content.Text, content.Source, content.Events);

    public static string SearchText(string? text, string? source, IEnumerable<IncidentEvent> events) =>
        string.Join('\n', new[] { text, source }.Concat(events.OfType<SubjectEvent>().SelectMany(e => e.Texts)).Where(t => !string.IsNullOrEmpty(t)));
}

/// <summary>The statements of the write path; the same on both databases.</summary>
static class LogSql
{
    public const string InsertHead = """
        INSERT INTO incident (incident_id, reference, reference_key, number, hash) VALUES (@incident, @reference, @key, 0, @hash)
        ON CONFLICT (incident_id) DO NOTHING
        """;
    public const string SelectHead = "SELECT number, hash FROM incident WHERE incident_id = @incident";
    public const string MoveHead = "UPDATE incident SET number = @number, hash = @hash WHERE incident_id = @incident";
    public const string InsertEntry = """
        INSERT INTO entry (incident_id, number, recorded_at, hash_version, commitment, previous_hash, hash)
        VALUES (@incident, @number, @recorded, @version, @commitment, @previous, @hash)
        """;
    public const string InsertBody = "INSERT INTO entry_body (incident_id, number, salt, body) VALUES (@incident, @number, @salt, @body)";
    public const string InsertCommand = """
        INSERT INTO command (incident_id, actor, command_id, content_hash, number) VALUES (@incident, @actor, @command, @content, @number)
        """;
    public const string InsertTimeline = """
        INSERT INTO timeline (incident_id, number, reference, kind, agency, author, tlp, audience, recipients)
        VALUES (@incident, @number, @reference, @kind, @agency, @author, @tlp, @audience, @recipients)
        """;
    public const string InsertCitation = "INSERT INTO citation (incident_id, number, cited) VALUES (@incident, @number, @cited)";
    public const string InsertMember = "INSERT INTO member (incident_id, person_id) VALUES (@incident, @person) ON CONFLICT DO NOTHING";
    public const string DeleteMember = "DELETE FROM member WHERE incident_id = @incident AND person_id = @person";
    public const string DeleteDeadlines = "DELETE FROM deadline WHERE incident_id = @incident";
    public const string InsertDeadline = "INSERT INTO deadline (incident_id, subject, due) VALUES (@incident, @subject, @due)";
    public static readonly string[] IndexTables = ["timeline", "citation", "member", "timeline_text", "deadline"];
}
