using IncidentHub.Domain;

namespace IncidentHub.Subjects;

/// <summary>A proof as it is being written down; none while nothing stands in it.</summary>
public sealed class ProofModel
{
    public ProofKind Kind { get; set; }
    public string? Text { get; set; }
    public string? Sha256 { get; set; }

    public Proof? ToProof() => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Sha256) ? null : new Proof(Kind, Text ?? "", Sha256);
}
