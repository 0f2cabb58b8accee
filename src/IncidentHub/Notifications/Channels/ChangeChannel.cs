using FluentValidation;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Notifications.Channels;

/// <summary>A command to a channel that there is; to everybody else's there is none.</summary>
public abstract record ChangeChannel(Guid Channel) : ChannelCommand
{
    static readonly InlineValidator<ChangeChannel> rules = [];

    public sealed override IValidator Validator => rules;

    public sealed override async Task<ChannelOutcome> Apply(ChannelWork work) => await work.Find(Channel) is { } channel ? await Apply(work, channel) : ChannelRefusal.NoSuchChannel;

    protected abstract Task<ChannelOutcome> Apply(ChannelWork work, ChannelRow channel);
}

/// <summary>Nothing is sent from now on; or what comes from now on is. What came in between isn't sent after all: it would be a flood of what is old.</summary>
public sealed record PauseChannel(Guid Channel, bool IsPaused) : ChangeChannel(Channel)
{
    protected override Task<ChannelOutcome> Apply(ChannelWork work, ChannelRow channel)
    {
        if (channel.IsPaused == IsPaused)
            return Task.FromResult<ChannelOutcome>(ChannelRefusal.AlreadySo);
        (channel.IsPaused, channel.Since) = (IsPaused, IsPaused ? channel.Since : work.Now);
        work.Note(IsPaused ? ChannelDeed.Paused : ChannelDeed.Resumed, channel);
        return Task.FromResult<ChannelOutcome>(new ChannelOutcome.Done());
    }
}

/// <summary>Another secret at once: the one before signs nothing any more.</summary>
public sealed record RenewSecret(Guid Channel) : ChangeChannel(Channel)
{
    protected override Task<ChannelOutcome> Apply(ChannelWork work, ChannelRow channel)
    {
        if (work.Seal.Open(channel.Id, channel.Sealed) is not { } target)
            return Task.FromResult<ChannelOutcome>(ChannelRefusal.NoSuchChannel);
        var renewed = target with { Secret = Signature.NewSecret() };
        channel.Sealed = work.Seal.Close(channel.Id, renewed);
        work.Note(ChannelDeed.SecretRenewed, channel);
        return Task.FromResult<ChannelOutcome>(new ChannelOutcome.Done(renewed.Secret));
    }
}

/// <summary>Tries again what was given up, as far as it is still told.</summary>
public sealed record ResendFailed(Guid Channel) : ChangeChannel(Channel)
{
    protected override async Task<ChannelOutcome> Apply(ChannelWork work, ChannelRow channel)
    {
        var now = work.Now;
        var revived = await work.Data.Deliveries.Where(d => d.ChannelId == channel.Id && d.State == DeliveryState.Failed)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Waiting).SetProperty(d => d.Attempts, 0).SetProperty(d => d.NextAt, now));
        if (revived == 0)
            return ChannelRefusal.AlreadySo;
        work.Note(ChannelDeed.Resent, channel);
        return new ChannelOutcome.Done();
    }
}

public sealed record RemoveChannel(Guid Channel) : ChangeChannel(Channel)
{
    protected override async Task<ChannelOutcome> Apply(ChannelWork work, ChannelRow channel)
    {
        work.Data.Channels.Remove(channel);
        await work.Data.Deliveries.Where(d => d.ChannelId == channel.Id).ExecuteDeleteAsync();
        work.Note(ChannelDeed.Removed, channel);
        return new ChannelOutcome.Done();
    }
}
