using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Timeline;

/// <summary>What the server keeps of an unsent entry: the composer's content, what it is about, and the id that its command will have.</summary>
public sealed class ComposerDraft
{
    public Guid CommandId { get; set; }
    public ComposerMode Mode { get; set; }
    public ImmutableArray<string> About { get; set; } = [];
    public ComposerModel Model { get; set; } = new();
    /// <summary>The entry that was being written when a correction came between; it comes back, with its own marking, when that is sent or cancelled.</summary>
    public ComposerDraft? SetAside { get; set; }

    public static ComposerDraft New(Role role) => new()
    {
        CommandId = Guid.NewGuid(),
        Model = new ComposerModel { Kind = WriteEntry.KindsFor(role).FirstOrDefault(EntryKind.StatusUpdate) },
    };

    public Command ToCommand() => Mode switch
    {
        ComposerMode.Correction => new CorrectEntry { CommandId = CommandId, Corrected = new Reference(About[0]), Text = Model.Text, Marking = Model.Marking },
        ComposerMode.Contradiction => new ContradictEntries { CommandId = CommandId, Contradicting = [.. About.Select(a => new Reference(a))], Text = Model.Text, Marking = Model.Marking },
        _ => new WriteEntry
        {
            CommandId = CommandId,
            Kind = Model.Kind,
            Text = Model.Text,
            Marking = Model.Marking,
            OccurredAt = Model.OccurredAt,
            Source = Model.Source,
            Releasable = Model.Releasable,
        },
    };
}
