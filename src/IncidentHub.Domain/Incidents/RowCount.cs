using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>
/// Which number of rows: what is claimed to be out; the same without rows that occur twice; what the controller's own register holds, to compare with; what the controller
/// confirmed to be out.
/// </summary>
public enum RowCountKind { Claimed, ClaimedDistinct, Register, Confirmed }

/// <param name="Rows">A count; 0 is one as well.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">When it was recorded.</param>
public sealed record RowCount(RowCountKind Kind, long Rows, AgencyId By, DateTimeOffset At);

/// <param name="Rows">Null: the number was taken back.</param>
public sealed record RowsCounted(RowCountKind Kind, long? Rows) : AffectedDataEvent;

/// <summary>Records how many rows it is about, or takes the number back. What is claimed is any liaison's to record; what the register holds and what is confirmed, the controller's.</summary>
public sealed record CountRows : ChangeIncident
{
    /// <summary>Every person on Earth and half as many again; a national identity number, which has 16 digits, is never taken for a count.</summary>
    public const long Maximum = 9_999_999_999;

    public required RowCountKind Kind { get; init; }
    public required long? Rows { get; init; }

    static readonly Rules rules = new();
    public override IValidator Validator => rules;

    /// <summary>Whose number it is: null for any liaison's.</summary>
    public static AgencyId? OwnerOf(RowCountKind kind) => kind is RowCountKind.Register or RowCountKind.Confirmed ? AgencyId.Controller : null;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        !context.Actor.ActsForAgency ? RejectionCode.RoleMayNot
        : OwnerOf(Kind) is { } owner && context.Actor.Agency != owner ? RejectionCode.OnlyController
        : state.RowCounts.GetValueOrDefault(Kind)?.Rows != Rows ? Entry(EntryKind.AffectedData, state, context, new RowsCounted(Kind, Rows))
        : Rows is { } rows ? new Rejection(RejectionCode.AlreadySo, rows)
        : RejectionCode.NoRowCount;

    sealed class Rules : AbstractValidator<CountRows>
    {
        public Rules()
        {
            Include(new AssessmentRules<CountRows, RowCountKind>(c => c.Kind));
            RuleFor(c => c.Rows).InclusiveBetween(0, Maximum).WithErrorCode(ValidationCode.RowCount);
        }
    }
}
