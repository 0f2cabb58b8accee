using IncidentHub.Domain;
using IncidentHub.Subjects;

namespace IncidentHub.Obligations;

/// <summary>What stands in the form of a step; a draft from the first field on.</summary>
public sealed class StepModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public DateTimeOffset? At { get; set; }
    /// <summary>The basis, the reason, how it was done, the remark: whatever the step wants in words.</summary>
    public string? Why { get; set; }
    public ProofModel Proof { get; set; } = new();

    /// <summary>As it was left: the form goes on with the fields that it has.</summary>
    public void Take(StepModel kept) => (CommandId, At, Why, Proof) = (kept.CommandId, kept.At, kept.Why, kept.Proof);

    /// <param name="version">The notice's, as it was read.</param>
    public ChangeObligation ToCommand(ObligationStep step, Reference obligation, int version) => step switch
    {
        ObligationStep.Start => new StartObligation { CommandId = CommandId, Obligation = obligation, At = At ?? default, Basis = Why ?? "" },
        ObligationStep.CorrectStart => new CorrectStart { CommandId = CommandId, Obligation = obligation, At = At ?? default, Basis = Why ?? "" },
        ObligationStep.Meet => new MeetObligation { CommandId = CommandId, Obligation = obligation, At = At, How = Why ?? "", Proof = Proof.ToProof() },
        ObligationStep.ReviewNotice => new ReviewNotice { CommandId = CommandId, Obligation = obligation, Version = version, Remark = Why ?? "" },
        _ => new SetNotApplicable { CommandId = CommandId, Obligation = obligation, Reason = Why ?? "" },
    };

    /// <summary>Which field a property of those commands is.</summary>
    public static string FieldOf(string path) => path.StartsWith(nameof(Proof), StringComparison.Ordinal) ? path[(path.LastIndexOf('.') + 1)..] : path is nameof(At) ? path : nameof(Why);

    public object? OwnerOf(string path) => path.StartsWith(nameof(Proof), StringComparison.Ordinal) ? Proof : null;
}
