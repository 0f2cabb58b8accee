using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Tests.Admin;

/// <summary>What administrators do, on a real database.</summary>
public abstract class AdminTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    protected static readonly DateOnly Today = new(2023, 11, 28);

    protected Task<AdminOutcome> Submit(AdminCommand command, Actor? actor = null) => Node.Get<AdminDesk>().Submit(command, actor ?? People.Administrator);

    protected async Task<AdminOutcome.Done> Accept(AdminCommand command, Actor? actor = null) => (await Submit(command, actor)).ShouldBeOfType<AdminOutcome.Done>();

    protected async Task<AdminRefusal> Refuse(AdminCommand command, Actor? actor = null) => (await Submit(command, actor)).ShouldBeOfType<AdminOutcome.Refused>().Why;

    protected async Task<string> NameOf(string agency) => (await Node.Get<IncidentHub.Access.People>().Find(People.LiaisonOf(agency).Person))!.AgencyName;

    /// <summary>Oldest first: deed, subject, before, after.</summary>
    protected async Task<IReadOnlyList<(string Deed, string Subject, string? Before, string? After)>> Traces()
    {
        await using var context = await Node.Get<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        return [.. (await context.AdminActions.OrderBy(a => a.At).ToListAsync()).Select(a => (a.Deed, a.Subject, a.Before, a.After))];
    }

    protected static string Called(Actor actor) => $"{actor.Name} ({Database.EmailOf(actor)})";
}
