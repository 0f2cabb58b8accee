using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Links a communication, a meeting or a public statement to a request. Any liaison's who sees both; it answers nothing.</summary>
public sealed record LinkContact : ChangeClarification
{
    public static readonly IReadOnlyList<EntryKind> Kinds = [EntryKind.Communication, EntryKind.Meeting, EntryKind.PublicStatement];

    public required Reference Entry { get; init; }
    public string Remark { get; init; } = "";

    public override ImmutableArray<Reference> Cites => [Entry];
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (EntryRules.Find(Cites, viewpoint, context, out var found) is { } missing)
            return missing;
        var cited = found[0];
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (request.IsDraft)
            return ClarificationRules.MayNotFollow(request, context.Actor);
        if (!Kinds.Contains(cited.Kind))
            return RejectionCode.NotAContact;
        // Whoever sees the request sees that it is linked.
        if (!request.Marking.IsWithin(cited.Marking.Naming(context.Actor.Person)))
            return RejectionCode.WiderThanCited;
        if (request.Contacts.Any(c => c.Entry == Entry))
            return new Rejection(RejectionCode.AlreadySo, cited.Kind);
        var contact = new Contact(Entry, cited.Kind, cited.Marking, cited.Author.Person);
        return request.Entry(context, Remark, new ContactLinked(Request, request.Title, contact)) with { Cites = [Request, Entry] };
    }

    sealed class Rules : AbstractValidator<LinkContact>
    {
        public Rules() => RuleFor(c => c.Remark).IsRemark();
    }
}
