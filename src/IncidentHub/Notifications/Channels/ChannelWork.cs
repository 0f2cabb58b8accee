using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Notifications.Channels;

/// <summary>Who it is, as the account is now.</summary>
public sealed record ChannelHand(Guid Account, string Name, string Agency);

/// <summary>One command's transaction: what it reads and changes of one agency's channels, and the trace that it leaves.</summary>
public sealed class ChannelWork(AppDataContext data, WebhookSeal seal, MailSender mail, ChannelHand hand, DateTimeOffset now)
{
    const int MostPerAgency = 20;

    public AppDataContext Data => data;
    public WebhookSeal Seal => seal;
    public bool HasMailServer => mail.HasServer;
    public long Now { get; } = Microseconds.Of(now);

    /// <summary>Null for another agency's too.</summary>
    public Task<ChannelRow?> Find(Guid channel) => data.Channels.SingleOrDefaultAsync(c => c.Id == channel && c.Agency == hand.Agency);

    public async Task<ChannelRefusal?> Add(Guid id, ChannelKind kind, string name, string target, string? closed, string root)
    {
        if (await data.Channels.CountAsync(c => c.Agency == hand.Agency) >= MostPerAgency)
            return ChannelRefusal.TooMany;
        if (await data.Channels.AnyAsync(c => c.Agency == hand.Agency && c.Name == name))
            return ChannelRefusal.NameTaken;
        var channel = new ChannelRow { Id = id, Agency = hand.Agency, Kind = kind, Name = name, Target = target, Sealed = closed, Root = root, Since = Now, MadeAt = Now };
        data.Channels.Add(channel);
        Note(ChannelDeed.Added, channel);
        return null;
    }

    public void Note(ChannelDeed deed, ChannelRow about) => data.ChannelActions.Add(new ChannelActionRow
    {
        Id = Guid.CreateVersion7(now), At = Now, Agency = hand.Agency, AccountId = hand.Account, Name = hand.Name, Deed = deed, Channel = about.Name, Target = about.Target,
    });
}
