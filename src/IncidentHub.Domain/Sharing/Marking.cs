using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>
/// What a thing's sharing depends on. TLP says to whom a recipient may pass it on, <see cref="Audience"/> who received it: two fields.
/// </summary>
/// <param name="Audience">The agencies it is for; empty means the whole joint team, as its members are at the time of reading.</param>
/// <param name="Recipients">The persons that RED names; empty for every other label.</param>
public sealed record Marking(Tlp Tlp, ImmutableSortedSet<AgencyId> Audience, ImmutableSortedSet<PersonId> Recipients)
{
    public static Marking WholeTeam(Tlp tlp) => new(tlp, [], []);

    public bool IsForWholeTeam => Audience.IsEmpty;

    /// <summary>RED and AMBER+STRICT can never be released to the commission.</summary>
    public bool MayBeReleased => Tlp < Tlp.AmberStrict;

    /// <summary>Nobody who may not see <paramref name="other"/> sees this: as strict a label, no further audience, no further person.</summary>
    public bool IsWithin(Marking other) =>
        Tlp >= other.Tlp
        && (other.IsForWholeTeam || !IsForWholeTeam && Audience.IsSubsetOf(other.Audience))
        && (other.Tlp < Tlp.Red || Recipients.IsSubsetOf(other.Recipients));

    /// <summary>With somebody who sees the thing anyway, as its author or as the auditor: to name them makes what is about it no wider.</summary>
    public Marking Naming(PersonId reader) => this with { Recipients = Recipients.Add(reader) };

    /// <summary>No wider than words under that label may stand.</summary>
    public Marking AtLeast(Tlp label) => Tlp < label ? this with { Tlp = label } : this;

    /// <summary>Somebody of the agency sees it: the agency is in the audience, and RED names one of its members.</summary>
    public bool IsSeenBy(AgencyId agency, IncidentState state) =>
        (IsForWholeTeam || Audience.Contains(agency))
        && (Tlp is not Tlp.Red || Recipients.Any(person => state.Members.GetValueOrDefault(person)?.Agency == agency));

    public bool Equals(Marking? other) =>
        other is not null && Tlp == other.Tlp && Audience.SetEquals(other.Audience) && Recipients.SetEquals(other.Recipients);

    public override int GetHashCode() => HashCode.Combine(Tlp, Audience.Count, Recipients.Count);
}
