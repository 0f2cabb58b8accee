using FluentValidation;
using IncidentHub.Storage;

namespace IncidentHub.Notifications.Channels;

/// <summary>Mails what the agency is told from now on.</summary>
/// <param name="Addresses">One per line, or between commas.</param>
/// <param name="Root">The product's address, as whoever asks sees it.</param>
public sealed record AddMail(string Name, string Addresses, string Root) : ChannelCommand
{
    static readonly Rules rules = new();

    public override IValidator Validator => rules;

    public override async Task<ChannelOutcome> Apply(ChannelWork work) =>
        !work.HasMailServer ? ChannelRefusal.NoMailServer
        : await work.Add(Guid.CreateVersion7(), ChannelKind.Mail, Name.Trim(), string.Join(", ", ChannelRules.AddressesIn(Addresses)), closed: null, Root) is { } refusal ? refusal
        : new ChannelOutcome.Done();

    sealed class Rules : AbstractValidator<AddMail>
    {
        public Rules()
        {
            RuleFor(c => c.Name).IsChannelName();
            RuleFor(c => c.Addresses).IsAddressList();
        }
    }
}
