using IncidentHub.Domain;
using IncidentHub.Storage;
using IncidentHub.Ui;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Notifications.Channels;

/// <summary>Sends one message by whatever a channel is.</summary>
public sealed class ChannelSender(IDbContextFactory<AppDataContext> contexts, WebhookSeal seal, WebhookSender webhooks, MailSender mail, TimeProvider time, Words words)
{
    public async Task<SendOutcome> Send(ChannelRow channel, Message message, CancellationToken cancellation = default) => channel.Kind switch
    {
        ChannelKind.Mail => await mail.Send(ChannelRules.AddressesIn(channel.Target), message, cancellation),
        _ => seal.Open(channel.Id, channel.Sealed) is { } target ? await webhooks.Send(target.Address, target.Secret, message, cancellation) : DeliveryFault.Unreadable,
    };

    /// <summary>Tries a channel of one's own agency now, paused or not. Null: there is none.</summary>
    public async Task<SendOutcome?> Test(Guid channel, Actor actor)
    {
        await using var context = await contexts.CreateDbContextAsync();
        // As the account is now: an open page may be older.
        var own = from row in context.Channels.AsNoTracking()
                  join account in context.Users on row.Agency equals account.Agency
                  where row.Id == channel && account.Id == actor.Person.Value && !account.IsDisabled && (account.Role == Role.Liaison || account.Role == Role.Coordinator)
                  select row;
        return await own.SingleOrDefaultAsync() is { } found ? await Send(found, Message.Test(time.GetUtcNow(), words)) : null;
    }
}
