using IncidentHub.Storage;
using IncidentHub.Ui;

namespace IncidentHub.Notifications.Channels;

/// <summary>What became of commands and of messages, as sentences.</summary>
public static class ChannelWords
{
    public static IReadOnlyList<string> Errors(this Words words, ChannelOutcome outcome) => outcome switch
    {
        ChannelOutcome.Refused refused => [words.Of(refused.Why)],
        ChannelOutcome.Invalid invalid => [.. invalid.Codes.Select(words.Validation)],
        ChannelOutcome.Unavailable unavailable => [words.Of(unavailable.Fault)],
        _ => [],
    };

    public static string Sentence(this Words words, SendOutcome outcome) => outcome.Fault is { } fault ? words["Channels_TestFailed", words.Fault(fault, outcome.Status)] : words["Channels_TestSent"];

    public static string Fault(this Words words, DeliveryFault fault, int? status) => words["DeliveryFault_" + fault, status ?? 0];

    public static string Sentence(this Words words, ChannelActionRow action) => words["ChannelDeed_" + action.Deed, action.Name, action.Channel, action.Target];
}
