using System.Data;
using FluentValidation;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Admin;

/// <summary>
/// The one door for what administrators do. Who asks is looked up within the transaction: an open page may be older than the account's
/// last change, and two administrators who demote each other at once must not leave none.
/// </summary>
public sealed class AdminDesk(IServiceScopeFactory scopes, Sessions sessions, TimeProvider time)
{
    public Task<AdminOutcome> Submit(AdminCommand command, Actor actor) => Submit(command, data => Administrator(data, actor.Person));

    /// <summary>For whoever runs the program on its own machine: they hold the database anyway, and no administrator may be there yet.</summary>
    public Task<AdminOutcome> SubmitFromCommandLine(AdminCommand command) => Submit(command, _ => Task.FromResult<AdminHand?>(AdminHand.CommandLine));

    async Task<AdminOutcome> Submit(AdminCommand command, Func<AppDataContext, Task<AdminHand?>> who)
    {
        var shape = command.Validator.Validate(new ValidationContext<object>(command));
        if (!shape.IsValid)
            return new AdminOutcome.Invalid([.. shape.Errors.Select(e => e.ErrorCode).Distinct(StringComparer.Ordinal)]);
        try
        {
            return await Apply(command, who);
        }
        catch (Exception error) when (StorageFaults.Of(error) is { } fault)
        {
            return new AdminOutcome.Unavailable(fault);
        }
    }

    async Task<AdminOutcome> Apply(AdminCommand command, Func<AppDataContext, Task<AdminHand?>> who)
    {
        // One context for the accounts' store and for the rest, so that they share the transaction.
        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<AppDataContext>();
        await using var transaction = await data.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        if (await who(data) is not { } hand)
            return AdminRefusal.NotAdministrator;
        var work = new AdminWork(data, scope.ServiceProvider.GetRequiredService<Accounts>(), sessions, hand, time.GetUtcNow());
        var outcome = await command.Apply(work);
        if (outcome is AdminOutcome.Done)
        {
            await data.SaveChangesAsync();
            await transaction.CommitAsync();
            // Again, for whoever signed in as what they were while this was under way.
            foreach (var person in work.Revoked)
                await sessions.EndAll(person);
        }
        return outcome;
    }

    static async Task<AdminHand?> Administrator(AppDataContext data, PersonId person) =>
        await data.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == person.Value && a.Role == Role.Administrator && !a.IsDisabled) is { } found ? new AdminHand(found.Id, found.Name) : null;
}
