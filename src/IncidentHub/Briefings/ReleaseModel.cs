using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;

namespace IncidentHub.Briefings;

/// <summary>What stands in the form of a release; a draft from the first letter on.</summary>
public sealed class ReleaseModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public BriefingSection Section { get; set; }
    public string Title { get; set; } = "";
    public string Text { get; set; } = "";
    public Tlp Label { get; set; } = Tlp.Clear;
    public DateTimeOffset? PlannedAt { get; set; }

    /// <summary>The words of the source to begin with: whoever proposes shortens them, or leaves them.</summary>
    public static ReleaseModel Of(EntryView entry)
    {
        var (title, text) = Split(entry.Text ?? "");
        return new ReleaseModel { Section = entry.Kind is EntryKind.ActionTaken or EntryKind.Decision or EntryKind.Meeting ? BriefingSection.Step : BriefingSection.Event, Title = title, Text = text };
    }

    public static ReleaseModel Of(ISubject subject) => new()
    {
        Section = ReleaseRules.SectionsFor(KindOf(subject), (subject as Finding)?.State)[0],
        Title = subject.Title.Length <= ReleaseRules.MaximumTitleLength ? subject.Title : "",
        Text = subject.Title.Length <= ReleaseRules.MaximumTitleLength ? "" : subject.Title,
    };

    public static ReleaseModel Of(Release release) =>
        new() { Section = release.Section, Title = release.Title, Text = release.Text, Label = release.Label, PlannedAt = release.Section is BriefingSection.Next ? release.At : null };

    public static ReleasedKind KindOf(ISubject subject) => subject switch
    {
        TaskItem => ReleasedKind.Task,
        Finding => ReleasedKind.Finding,
        ClarificationRequest => ReleasedKind.Clarification,
        _ => ReleasedKind.Obligation,
    };

    public ProposeRelease ToProposal(Reference of) => new() { CommandId = CommandId, Of = of, Section = Section, Title = Title, Text = Text, Label = Label, PlannedAt = PlannedAt };

    public AgreeRelease ToAgreement(Reference release, int basedOn) =>
        new() { CommandId = CommandId, Release = release, BasedOn = basedOn, Section = Section, Title = Title, Text = Text, Label = Label, PlannedAt = PlannedAt };

    // The first sentence stands out; what is too long for that is for the writer to cut.
    static (string Title, string Text) Split(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end is > 0 and < ReleaseRules.MaximumTitleLength ? (text[..(end + 1)], text[(end + 2)..].Trim())
            : text.Length <= ReleaseRules.MaximumTitleLength ? (text, "")
            : ("", text.Length <= ReleaseRules.MaximumTextLength ? text : "");
    }
}
