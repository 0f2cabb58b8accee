using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>The coordinator's. From the moment it is recorded the new member reads all that the whole joint team may, from the beginning.</summary>
public sealed record AddMember : ChangeIncident
{
    public required PersonId Person { get; init; }

    public override ImmutableArray<PersonId> Names => [Person];
    static readonly IValidator rules = new MembershipRules<AddMember>();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!context.Actor.IsCoordinator)
            return RejectionCode.OnlyCoordinator;
        if (context.People.GetValueOrDefault(Person) is not { } person)
            return RejectionCode.NotFound;
        if (!person.ActsForAgency)
            return RejectionCode.NotALiaison;
        if (state.Members.TryGetValue(Person, out var present))
            return new Rejection(RejectionCode.AlreadyMember, present.Name);
        return Entry(EntryKind.MembershipChanged, state, context,
            new MemberAdded(new Member(person.Person, person.Name, person.Agency, person.AgencyName, person.Role)));
    }
}

/// <summary>The coordinator's. What the member wrote stays; their open pages lose the incident at once.</summary>
public sealed record RemoveMember : ChangeIncident
{
    public required PersonId Person { get; init; }

    static readonly IValidator rules = new MembershipRules<RemoveMember>();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!context.Actor.IsCoordinator)
            return RejectionCode.OnlyCoordinator;
        if (!state.Members.TryGetValue(Person, out var member))
            return RejectionCode.NotAMember;
        if (!state.Members.Values.Any(m => m.Role is Role.Coordinator && m.Person != Person))
            return RejectionCode.NeedsCoordinatorMember;
        return Entry(EntryKind.MembershipChanged, state, context, new MemberRemoved(member));
    }
}

sealed class MembershipRules<TCommand> : AbstractValidator<TCommand> where TCommand : ChangeIncident
{
    public MembershipRules() => RuleFor(c => c.Reason).IsEntryText();
}
