using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>The coordinator's. From the moment it is recorded a screen shows the incident to whoever passes by, as far as <see cref="Sharing"/> lets a wall.</summary>
public sealed record PairWall : ChangeIncident
{
    public const int MaximumNameLength = 60;
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(90);

    public required PersonId Wall { get; init; }
    public required string Name { get; init; }
    public required string Place { get; init; }
    public required DateTimeOffset Until { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!context.Actor.IsCoordinator)
            return RejectionCode.OnlyCoordinator;
        if (Until <= context.Now || Until > context.Now + LongestLife)
            return RejectionCode.WallLife;
        if (state.Walls.TryGetValue(Wall, out var present))
            return new Rejection(RejectionCode.WallAlreadyPaired, present.Name);
        return Entry(EntryKind.MembershipChanged, state, context, new WallPaired(new PairedWall(Wall, Name.Trim(), Place.Trim(), Until)));
    }

    sealed class Rules : AbstractValidator<PairWall>
    {
        public Rules()
        {
            RuleFor(c => c.Wall).NotEqual(default(PersonId)).WithErrorCode(ValidationCode.UnknownValue);
            RuleFor(c => c.Name).IsWallName();
            RuleFor(c => c.Place).IsWallPlace();
            RuleFor(c => c.Reason).IsRemark();
        }
    }
}

public static class WallRules
{
    public static IRuleBuilderOptions<T, string> IsWallName<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.WallNameRequired)
        .MaximumLength(PairWall.MaximumNameLength).WithErrorCode(ValidationCode.WallNameTooLong)
        .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable);

    public static IRuleBuilderOptions<T, string> IsWallPlace<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.WallPlaceRequired)
        .MaximumLength(PairWall.MaximumNameLength).WithErrorCode(ValidationCode.WallPlaceTooLong)
        .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable);
}
