using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Timeline;

/// <summary>What stands in the composer. Mutable: the box writes into it, its owner makes a command of it.</summary>
public sealed class ComposerModel : MarkingModel
{
    public string Text { get; set; } = "";
    public EntryKind Kind { get; set; } = EntryKind.StatusUpdate;
    /// <summary>Null: now.</summary>
    public DateTimeOffset? OccurredAt { get; set; }
    public string? Source { get; set; }
    public bool Releasable { get; set; }
}

/// <summary>What the composer writes.</summary>
public enum ComposerMode { Entry, Correction, Contradiction }
