using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Log;

/// <summary>What was checked, and every fault found: the incident, the entry's number, what is wrong with it.</summary>
public sealed record LogReport(int Incidents, long Entries, IReadOnlyList<LogFault> Faults);

public sealed record LogFault(IncidentId Incident, long Number, string What);

/// <summary>
/// Checks every chain from its first entry: numbers without gaps, commitments, links, bodies that can be read, and that the head row ends
/// where the chain does. A tail that was cut off together with its head row goes unseen until signed checkpoints exist.
/// </summary>
public sealed class LogVerifier(LogDatabase database)
{
    public async Task<LogReport> Verify(CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        var heads = await context.Heads.AsNoTracking().OrderBy(h => h.IncidentId).ToListAsync(cancellation);
        var faults = new List<LogFault>();
        long entries = 0;
        foreach (var head in heads)
            entries += await Verify(context, head, faults, cancellation);
        try
        {
            await FindStrays(context, faults, cancellation);
        }
        catch (FormatException error)
        {
            // SQLite keeps ids as text, which can be made anything.
            faults.Add(new LogFault(default, 0, $"belongs to no incident: {error.Message}"));
        }
        return new LogReport(heads.Count, entries, faults);
    }

    static async Task<long> Verify(LogContext context, HeadRow head, List<LogFault> faults, CancellationToken cancellation)
    {
        var incident = new IncidentId(head.IncidentId);
        var rows = from entry in context.Entries.AsNoTracking()
                   join body in context.Bodies on new { entry.IncidentId, entry.Number } equals new { body.IncidentId, body.Number } into bodies
                   from body in bodies.DefaultIfEmpty()
                   where entry.IncidentId == head.IncidentId
                   orderby entry.Number
                   select new { Entry = entry, Body = body };
        var previous = HashChain.Genesis;
        long number = 0, count = 0;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            count++;
            if (row.Entry.Number != number + 1)
                faults.Add(new LogFault(incident, row.Entry.Number, $"follows entry {number}: entries between them are missing"));
            number = row.Entry.Number;
            faults.AddRange(Faults(row.Entry, row.Body, previous).Select(what => new LogFault(incident, row.Entry.Number, what)));
            previous = row.Entry.Hash;
        }
        if (head.Number != number)
            faults.Add(new LogFault(incident, head.Number, $"is the newest according to the head row, but the log ends with entry {number}"));
        else if (!head.Hash.AsSpan().SequenceEqual(previous))
            faults.Add(new LogFault(incident, number, "differs from the hash in the head row"));
        return count;
    }

    static IEnumerable<string> Faults(EntryRow entry, BodyRow? body, byte[] previous)
    {
        var incident = new IncidentId(entry.IncidentId);
        if (entry.HashVersion != HashChain.Version)
            yield return $"has hash version {entry.HashVersion}, which this program doesn't know";
        if (!entry.PreviousHash.AsSpan().SequenceEqual(previous))
            yield return "does not continue the entry before it";
        if (!entry.Hash.AsSpan().SequenceEqual(HashChain.Link(incident, entry.Number, entry.RecordedAt, Sized(entry.Commitment), Sized(entry.PreviousHash), entry.HashVersion)))
            yield return "has a header that was changed";
        if (body is null)
            yield return "has no body, and no erasure is recorded";
        else if (!entry.Commitment.AsSpan().SequenceEqual(HashChain.Commit(body.Salt, body.Body)))
            yield return "has a body that was changed";
        else if (!CanBeRead(body.Body))
            yield return "has a body that can't be read";
    }

    // Rows that no head leads to would otherwise never be looked at.
    static async Task FindStrays(LogContext context, List<LogFault> faults, CancellationToken cancellation)
    {
        var entries = await context.Entries.Where(e => !context.Heads.Any(h => h.IncidentId == e.IncidentId))
            .Select(e => new { e.IncidentId, e.Number }).ToListAsync(cancellation);
        faults.AddRange(entries.Select(e => new LogFault(new IncidentId(e.IncidentId), e.Number, "belongs to an incident that has no head row")));
        var bodies = await context.Bodies.Where(b => !context.Entries.Any(e => e.IncidentId == b.IncidentId && e.Number == b.Number))
            .Select(b => new { b.IncidentId, b.Number }).ToListAsync(cancellation);
        faults.AddRange(bodies.Select(b => new LogFault(new IncidentId(b.IncidentId), b.Number, "is a body without an entry")));
    }

    // A field of another length is a fault already, by way of the hash; it must not stop the verification.
    static byte[] Sized(byte[] hash) => hash.Length == 32 ? hash : new byte[32];

    static bool CanBeRead(byte[] body)
    {
        try
        {
            EntryCodec.Decode(body);
            return true;
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or NotSupportedException or FormatException)
        {
            return false;
        }
    }
}
