using System.Data;
using FluentValidation;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Notifications.Channels;

/// <summary>
/// The one door to an agency's channels. Who asks is looked up within the transaction: an open page may be older than the account's last change, and a
/// channel of an agency's is no business of somebody who acts for it no more.
/// </summary>
public sealed class ChannelDesk(IDbContextFactory<AppDataContext> contexts, WebhookSeal seal, MailSender mail, TimeProvider time)
{
    /// <summary>Some channel changed: this node's couriers look at once, another's within seconds.</summary>
    public event Action? Changed;

    public async Task<ChannelOutcome> Submit(ChannelCommand command, Actor actor)
    {
        var shape = command.Validator.Validate(new ValidationContext<object>(command));
        if (!shape.IsValid)
            return new ChannelOutcome.Invalid([.. shape.Errors.Select(e => e.ErrorCode).Distinct(StringComparer.Ordinal)]);
        try
        {
            var outcome = await Apply(command, actor);
            if (outcome is ChannelOutcome.Done)
                Changed?.Invoke();
            return outcome;
        }
        catch (Exception error) when (StorageFaults.Of(error) is { } fault)
        {
            return new ChannelOutcome.Unavailable(fault);
        }
    }

    async Task<ChannelOutcome> Apply(ChannelCommand command, Actor actor)
    {
        seal.Prepare();
        await using var data = await contexts.CreateDbContextAsync();
        await using var transaction = await data.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        if (await Hand(data, actor) is not { } hand)
            return ChannelRefusal.NotForRole;
        var outcome = await command.Apply(new ChannelWork(data, seal, mail, hand, time.GetUtcNow()));
        if (outcome is ChannelOutcome.Done)
        {
            await data.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        return outcome;
    }

    // Who moved to another agency meanwhile looks at a page that is no longer theirs.
    static async Task<ChannelHand?> Hand(AppDataContext data, Actor actor) =>
        await data.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == actor.Person.Value && !a.IsDisabled && a.Agency == actor.Agency.Code && (a.Role == Role.Liaison || a.Role == Role.Coordinator)) is { } found
            ? new ChannelHand(found.Id, found.Name, found.Agency)
            : null;
}
