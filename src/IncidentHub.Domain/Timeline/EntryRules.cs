using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Limits and rules that every written entry shares.</summary>
public static class EntryRules
{
    /// <summary>In UTF-16 code units, as a browser's maxlength counts.</summary>
    public const int MaximumTextLength = 10_000;
    public const int MaximumTitleLength = 200;
    public const int MaximumSourceLength = 200;
    public const int MaximumCites = 20;
    /// <summary>A browser's clock may be this far ahead of ours.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);
    static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IRuleBuilderOptions<T, string> IsEntryText<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(HasSomethingToRead).WithErrorCode(ValidationCode.TextRequired)
        .MaximumLength(MaximumTextLength).WithErrorCode(ValidationCode.TextTooLong)
        .Must(IsStorable).WithErrorCode(ValidationCode.TextUnreadable);

    /// <summary>A text that may be missing: what was done says enough.</summary>
    public static IRuleBuilderOptions<T, string> IsRemark<T>(this IRuleBuilder<T, string> rule) => rule
        .MaximumLength(MaximumTextLength).WithErrorCode(ValidationCode.TextTooLong)
        .Must(IsStorable).WithErrorCode(ValidationCode.TextUnreadable);

    public static IRuleBuilderOptions<T, string?> IsSource<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(MaximumSourceLength).WithErrorCode(ValidationCode.SourceTooLong)
        .Must(IsStorable).WithErrorCode(ValidationCode.TextUnreadable);

    public static IRuleBuilderOptions<T, Marking> IsMarking<T>(this IRuleBuilder<T, Marking> rule) => rule
        .Must(marking => Enum.IsDefined(marking.Tlp)).WithErrorCode(ValidationCode.UnknownValue);

    public static IRuleBuilderOptions<T, DateTimeOffset?> IsOccurrence<T>(this IRuleBuilder<T, DateTimeOffset?> rule) => rule
        .Must(at => at is null || at >= Earliest).WithErrorCode(ValidationCode.OccurredTooEarly);

    // Spaces, joiners and directional marks alone are nothing to read.
    public static bool HasSomethingToRead(string? text) => text is not null && text.EnumerateRunes().Any(rune =>
        !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control));

    // Half a surrogate pair is no character, and a control character prints as nothing, or as something else on somebody's terminal.
    public static bool IsStorable(string? text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) is not System.Buffers.OperationStatus.Done
                || Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t'))
                return false;
            rest = rest[used..];
        }
        return true;
    }

    /// <summary>
    /// The marking as it will stand: the author's agency is always in its own audience, a RED entry's author among its recipients. Or why it can't be so.
    /// Arguments of rejections name only members, whom every member sees.
    /// </summary>
    public static Rejection? Check(ref Marking marking, IncidentState state, Actor actor)
    {
        if (marking.Audience.FirstOrDefault(a => !state.Agencies.Contains(a)) is { Code: not null } stranger)
            return new Rejection(RejectionCode.AudienceNotMember, stranger);
        if (!marking.IsForWholeTeam && actor.ActsForAgency)
            marking = marking with { Audience = marking.Audience.Add(actor.Agency) };

        if (marking.Tlp is not Tlp.Red)
            return marking.Recipients.IsEmpty ? null : new Rejection(RejectionCode.OnlyRedNamesRecipients);
        if (marking.Recipients.IsEmpty)
            return new Rejection(RejectionCode.RedNeedsRecipients);
        foreach (var person in marking.Recipients)
        {
            if (!state.Members.TryGetValue(person, out var member))
                return new Rejection(RejectionCode.RecipientNotMember);
            if (!marking.IsForWholeTeam && !marking.Audience.Contains(member.Agency))
                return new Rejection(RejectionCode.RecipientOutsideAudience, member.Name);
        }
        marking = marking with { Recipients = marking.Recipients.Add(actor.Person) };
        return null;
    }

    /// <summary>The same for something that an agency is to act on: it is a member, is in the audience, and RED names somebody of theirs.</summary>
    public static Rejection? Check(ref Marking marking, IncidentState state, Actor actor, AgencyId acting) =>
        !state.Agencies.Contains(acting) ? new Rejection(RejectionCode.AgencyNotMember, acting)
        : Check(ref marking, state, actor) is { } badMarking ? badMarking
        : marking.IsSeenBy(acting, state) ? null
        : new Rejection(RejectionCode.AssignedOutsideAudience, acting);

    /// <summary>Null when it may have happened then.</summary>
    public static Rejection? CheckOccurred(DateTimeOffset? occurredAt, DateTimeOffset now) =>
        occurredAt > now + ClockTolerance ? new Rejection(RejectionCode.OccurredInFuture) : null;

    /// <summary>The cited entries that the actor may see, or the answer for one that isn't there.</summary>
    public static Rejection? Find(ImmutableArray<Reference> references, Viewpoint viewpoint, CommandContext context, out ImmutableArray<EntryContent> found)
    {
        var visible = references
            .Select(r => context.Cited.GetValueOrDefault(r)?.Content)
            .Where(c => c is not null && Sharing.See(viewpoint, c.Marking, c.Author.Person) is Sight.Full)
            .ToImmutableArray();
        found = visible!;
        return found.Length == references.Length ? null : new Rejection(RejectionCode.NotFound);
    }
}

/// <summary>Codes of the validators' messages; the words are resources (<c>Validation_…</c>).</summary>
public static class ValidationCode
{
    public const string TextRequired = nameof(TextRequired);
    public const string TextTooLong = nameof(TextTooLong);
    public const string TitleRequired = nameof(TitleRequired);
    public const string TitleTooLong = nameof(TitleTooLong);
    public const string SourceTooLong = nameof(SourceTooLong);
    public const string OccurredTooEarly = nameof(OccurredTooEarly);
    public const string CitesRequired = nameof(CitesRequired);
    public const string TooManyCites = nameof(TooManyCites);
    public const string TextUnreadable = nameof(TextUnreadable);
    public const string MembersRequired = nameof(MembersRequired);
    public const string ChecklistTooLong = nameof(ChecklistTooLong);
    public const string ChecklistItem = nameof(ChecklistItem);
    public const string UnknownValue = nameof(UnknownValue);
    public const string ProofRequired = nameof(ProofRequired);
    public const string ProofTooLong = nameof(ProofTooLong);
    public const string ProofHash = nameof(ProofHash);
    public const string LetterNumberTooLong = nameof(LetterNumberTooLong);
    public const string LegalBasisTooLong = nameof(LegalBasisTooLong);
    public const string ResponseHours = nameof(ResponseHours);
    public const string QuestionsRequired = nameof(QuestionsRequired);
    public const string QuestionShape = nameof(QuestionShape);
    public const string AnswersRequired = nameof(AnswersRequired);
    public const string ReopenedRequired = nameof(ReopenedRequired);
    public const string NoticeSection = nameof(NoticeSection);
    public const string ReleaseTextTooLong = nameof(ReleaseTextTooLong);
    public const string SummaryTooLong = nameof(SummaryTooLong);
    public const string TooManyPoints = nameof(TooManyPoints);
    public const string ReportLabel = nameof(ReportLabel);
    public const string PeriodBackwards = nameof(PeriodBackwards);
    public const string PeriodTooLong = nameof(PeriodTooLong);
    public const string ReportTextTooLong = nameof(ReportTextTooLong);
    public const string TooManyReportEntries = nameof(TooManyReportEntries);
    public const string CommissionQuestionTooLong = nameof(CommissionQuestionTooLong);
    public const string AskedByTooLong = nameof(AskedByTooLong);
    public const string WallNameRequired = nameof(WallNameRequired);
    public const string WallNameTooLong = nameof(WallNameTooLong);
    public const string WallPlaceRequired = nameof(WallPlaceRequired);
    public const string WallPlaceTooLong = nameof(WallPlaceTooLong);
    public const string RowCount = nameof(RowCount);
    public const string IncidentTlpTooStrict = nameof(IncidentTlpTooStrict);
}
