namespace IncidentHub.Domain;

public abstract record ReportEvent(Reference Subject, string Title) : SubjectEvent(Subject, Title);

/// <summary>A draft as it stands from now on.</summary>
/// <param name="Document">All that it says, without number and second signature.</param>
public sealed record ReportPrepared(Reference Subject, string Title, ReportDraft Draft, string Document) : ReportEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => [Title, Draft.Summary, Draft.Planned];
    public override SubjectEvent ToHeading() => this with { Draft = Draft with { Summary = "", Planned = "", Entries = [] }, Document = "" };
}

/// <param name="Number">From 1 in its incident.</param>
/// <param name="Document">The report's text, whose UTF-8 bytes the hash is of.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record ReportApproved(Reference Subject, string Title, int Number, string Document, string Sha256) : ReportEvent(Subject, Title)
{
    public override SubjectEvent ToHeading() => this with { Document = "" };
}

public sealed record ReportDiscarded(Reference Subject, string Title) : ReportEvent(Subject, Title);
