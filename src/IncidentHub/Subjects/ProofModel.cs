using IncidentHub.Domain;

namespace IncidentHub.Subjects;

/// <summary>A proof as it is being written down.</summary>
public sealed class ProofModel
{
    /// <summary>Null: there is none.</summary>
    public ProofKind? Kind { get; set; }
    public string? Text { get; set; }
    public string? Sha256 { get; set; }

    public Proof? ToProof() => Kind is { } kind ? new Proof(kind, Text ?? "", kind is ProofKind.FileHash ? Sha256 : null) : null;
}
