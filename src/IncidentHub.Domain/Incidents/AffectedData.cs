using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Categories of personal data, after UU 27/2022 art. 4. Only ever categories: no field anywhere takes a value.</summary>
public enum DataCategory { Name, NationalId, FamilyCard, BirthPlaceAndDate, Sex, MaritalStatus, Address, PollingStation, Disability, Contact, Biometric, Credentials, Other }

/// <param name="IsClaimed">Somebody says so: a seller, a journalist, a finding.</param>
/// <param name="IsConfirmed">The controller says so.</param>
public sealed record AffectedData(DataCategory Category, bool IsClaimed, bool IsConfirmed);

/// <summary>Something was said of the data that is affected.</summary>
public abstract record AffectedDataEvent : IncidentEvent;

public sealed record DataCategoryClaimed(DataCategory Category, bool Claimed) : AffectedDataEvent;
public sealed record DataCategoryConfirmed(DataCategory Category, bool Confirmed) : AffectedDataEvent;

/// <summary>A kind of data that is said to be affected, or no more.</summary>
public sealed record DataChange(DataCategory Category, bool IsConfirmed, bool IsTakenBack)
{
    /// <summary>Null where it is something else that was said.</summary>
    public static DataChange? Of(IncidentEvent change) => change switch
    {
        DataCategoryClaimed e => new(e.Category, IsConfirmed: false, IsTakenBack: !e.Claimed),
        DataCategoryConfirmed e => new(e.Category, IsConfirmed: true, IsTakenBack: !e.Confirmed),
        _ => null,
    };
}

/// <summary>Records that a category of data is claimed to be affected, or that the claim was taken back; any liaison's.</summary>
public sealed record ClaimAffectedData : ChangeIncident
{
    public required DataCategory Category { get; init; }
    public bool Claimed { get; init; } = true;

    static readonly IValidator rules = new AssessmentRules<ClaimAffectedData, DataCategory>(c => c.Category);
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        !context.Actor.ActsForAgency ? RejectionCode.RoleMayNot
        : (state.AffectedData.GetValueOrDefault(Category)?.IsClaimed ?? false) == Claimed ? new Rejection(RejectionCode.AlreadySo, Category)
        : Entry(EntryKind.AffectedData, state, context, new DataCategoryClaimed(Category, Claimed));
}

/// <summary>The controller's, who alone knows what it holds.</summary>
public sealed record ConfirmAffectedData : ChangeIncident
{
    public required DataCategory Category { get; init; }
    public bool Confirmed { get; init; } = true;

    static readonly IValidator rules = new AssessmentRules<ConfirmAffectedData, DataCategory>(c => c.Category);
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        !context.Actor.ActsForAgency || context.Actor.Agency != AgencyId.Controller ? RejectionCode.OnlyController
        : (state.AffectedData.GetValueOrDefault(Category)?.IsConfirmed ?? false) == Confirmed ? new Rejection(RejectionCode.AlreadySo, Category)
        : Entry(EntryKind.AffectedData, state, context, new DataCategoryConfirmed(Category, Confirmed));
}
