using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Categories of personal data, after UU 27/2022 art. 4. Only ever categories: no field anywhere takes a value.</summary>
public enum DataCategory { Name, NationalId, FamilyCard, BirthPlaceAndDate, Sex, MaritalStatus, Address, PollingStation, Disability, Contact, Biometric, Credentials, Other }

/// <param name="IsClaimed">Somebody says so: a seller, a journalist, a finding.</param>
/// <param name="IsConfirmed">The controller says so.</param>
public sealed record AffectedData(DataCategory Category, bool IsClaimed, bool IsConfirmed);

public sealed record DataCategoryClaimed(DataCategory Category, bool Claimed) : IncidentEvent;
public sealed record DataCategoryConfirmed(DataCategory Category, bool Confirmed) : IncidentEvent;

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
