using System.Text.Json;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>
/// What somebody typed and hasn't sent, by person, incident and form: survives a reload, a restart of the server and a new sign-in. It
/// carries the id that its command will have, so that sending it twice writes one entry.
/// </summary>
public sealed class Drafts(IDbContextFactory<AppDataContext> contexts, TimeProvider time)
{
    /// <summary>Null when there is none, or one that this version can't read.</summary>
    public async Task<T?> Load<T>(PersonId person, IncidentId incident, string form) where T : class
    {
        await using var context = await contexts.CreateDbContextAsync();
        var row = await Rows(context, person, incident, form).AsNoTracking().SingleOrDefaultAsync();
        try
        {
            return row is null ? null : JsonSerializer.Deserialize<T>(row.Content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task Save<T>(PersonId person, IncidentId incident, string form, T draft) where T : class
    {
        await using var context = await contexts.CreateDbContextAsync();
        var content = JsonSerializer.Serialize(draft);
        var savedAt = Microseconds.Of(time.GetUtcNow());
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO draft (account_id, incident_id, form, content, saved_at)
            VALUES ({person.Value}, {incident.Value}, {form}, {content}, {savedAt})
            ON CONFLICT (account_id, incident_id, form) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at
            """);
    }

    public async Task Discard(PersonId person, IncidentId incident, string form)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await Rows(context, person, incident, form).ExecuteDeleteAsync();
    }

    static IQueryable<DraftRow> Rows(AppDataContext context, PersonId person, IncidentId incident, string form) =>
        context.Drafts.Where(d => d.AccountId == person.Value && d.IncidentId == incident.Value && d.Form == form);
}
