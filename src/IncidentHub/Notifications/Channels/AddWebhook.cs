using FluentValidation;
using IncidentHub.Storage;

namespace IncidentHub.Notifications.Channels;

/// <summary>Posts what the agency is told from now on to a system of its own; gives the secret by which that knows who speaks.</summary>
/// <param name="Root">The product's address, as whoever asks sees it.</param>
public sealed record AddWebhook(string Name, string Url, string Root) : ChannelCommand
{
    static readonly Rules rules = new();

    public override IValidator Validator => rules;

    public override async Task<ChannelOutcome> Apply(ChannelWork work)
    {
        var (id, target) = (Guid.CreateVersion7(), new WebhookTarget(new Uri(Url), Signature.NewSecret()));
        // As it resolves: a name in other letters than it seems is shown for what it is.
        return await work.Add(id, ChannelKind.Webhook, Name.Trim(), target.Address.IdnHost, work.Seal.Close(id, target), Root) is { } refusal ? refusal : new ChannelOutcome.Done(target.Secret);
    }

    sealed class Rules : AbstractValidator<AddWebhook>
    {
        public Rules()
        {
            RuleFor(c => c.Name).IsChannelName();
            RuleFor(c => c.Url).IsWebhookUrl();
        }
    }
}
