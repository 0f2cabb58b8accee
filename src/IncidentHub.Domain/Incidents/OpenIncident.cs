using System.Collections.Immutable;
using System.Security.Cryptography;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Opens an incident with its first joint team. The only command to an incident that doesn't exist yet.</summary>
public sealed record OpenIncident : Command
{
    public required string Title { get; init; }
    /// <summary>What was reported.</summary>
    public required string Summary { get; init; }
    public required Severity Severity { get; init; }
    /// <summary>The label that changes of its state carry; CLEAR, GREEN or AMBER, since all members see them.</summary>
    public required Tlp Tlp { get; init; }
    public required ImmutableArray<PersonId> Members { get; init; }
    /// <summary>Null: now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Derived from who asked and the command's id, so that asking twice opens one incident.</summary>
    public static IncidentId IdFor(PersonId opener, Guid commandId)
    {
        Span<byte> bytes = stackalloc byte[32];
        opener.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        commandId.TryWriteBytes(bytes[16..], bigEndian: true, out _);
        var digest = SHA256.HashData(bytes);
        digest[6] = (byte)(digest[6] & 0x0F | 0x80); // RFC 9562: version 8, a layout of our own
        digest[8] = (byte)(digest[8] & 0x3F | 0x80);
        return new IncidentId(new Guid(digest.AsSpan(0, 16), bigEndian: true));
    }

    public override ImmutableArray<PersonId> Names => Members;
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    public override Decision Decide(IncidentState state, CommandContext context)
    {
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (!Members.Contains(context.Actor.Person))
            return RejectionCode.OpenerMustBeMember;
        if (EntryRules.CheckOccurred(OccurredAt, context.Now) is { } badTime)
            return badTime;
        var people = Members.Distinct().Select(p => context.People.GetValueOrDefault(p)).ToList();
        if (people.Any(p => p is null))
            return RejectionCode.NotFound;
        if (people.Any(p => !p!.ActsForAgency))
            return RejectionCode.NotALiaison;
        if (!people.Any(p => p!.IsCoordinator))
            return RejectionCode.NeedsCoordinatorMember;

        var members = people.Select(p => new Member(p!.Person, p.Name, p.Agency, p.AgencyName, p.Role)).OrderBy(m => m.Agency).ThenBy(m => m.Name, StringComparer.Ordinal);
        // Its own reference shares the letters of its first entry: one draw, and nothing to tell from it.
        var reference = new Reference("INS" + context.EntryReference.Text[1..]);
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.IncidentOpened, OccurredAt ?? context.Now, Summary.Trim(), Source: null,
            Marking.WholeTeam(Tlp), Releasable: false, Cites: [], Events: [new IncidentOpened(reference, Title.Trim(), Severity, Tlp, [.. members])]);
    }

    sealed class Rules : AbstractValidator<OpenIncident>
    {
        public Rules()
        {
            RuleFor(c => c.Title)
                .Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.TitleRequired)
                .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
                .MaximumLength(EntryRules.MaximumTitleLength).WithErrorCode(ValidationCode.TitleTooLong);
            RuleFor(c => c.Summary).IsEntryText();
            RuleFor(c => c.Severity).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
            RuleFor(c => c.Tlp).Must(label => label is Tlp.Clear or Tlp.Green or Tlp.Amber).WithErrorCode(ValidationCode.IncidentTlpTooStrict);
            RuleFor(c => c.OccurredAt).IsOccurrence();
            RuleFor(c => c.Members).Must(m => !m.IsDefaultOrEmpty).WithErrorCode(ValidationCode.MembersRequired);
        }
    }
}
