using IncidentHub.Domain;
using IncidentHub.Subjects;

namespace IncidentHub.Briefings;

/// <summary>What stands in the form of a step that isn't about the words: why, or from when.</summary>
public sealed class ReleaseStepModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public string Reason { get; set; } = "";
    public DateTimeOffset? EmbargoUntil { get; set; }

    /// <param name="basedOn"><see cref="Release.Changes"/> as it was read.</param>
    public ChangeRelease ToCommand(ReleaseStep step, Reference release, int basedOn) => step switch
    {
        ReleaseStep.Decline => new DeclineRelease { CommandId = CommandId, Release = release, Reason = Reason },
        ReleaseStep.Publish => new PublishRelease { CommandId = CommandId, Release = release, BasedOn = basedOn, EmbargoUntil = EmbargoUntil },
        _ => new WithdrawRelease { CommandId = CommandId, Release = release, Reason = Reason },
    };
}
