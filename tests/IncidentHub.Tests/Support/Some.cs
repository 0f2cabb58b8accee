using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>Random things from few enough agencies and persons that they meet each other often.</summary>
public static class Some
{
    public static readonly ImmutableArray<AgencyId> Agencies = [new("KPU"), new("BSSN"), new("BARESKRIM"), new("BIN")];
    public static readonly ImmutableArray<PersonId> Persons = [.. Enumerable.Range(1, 4).Select(i => new PersonId(new Guid(i, 0, 0, new byte[8])))];

    /// <summary>Neither is in any random marking.</summary>
    public static readonly AgencyId StrangeAgency = new("KEMENDAGRI");
    public static readonly PersonId Stranger = new(new Guid(9, 0, 0, new byte[8]));

    public static readonly Gen<AgencyId> Agency = Gen.Elements<AgencyId>(Agencies);
    public static readonly Gen<PersonId> Person = Gen.Elements<PersonId>(Persons);
    public static readonly Gen<Role> Role = Gen.Elements(Enum.GetValues<Role>());
    public static readonly Gen<Tlp> Tlp = Gen.Elements(Enum.GetValues<Tlp>());

    public static readonly Gen<Viewpoint> Viewpoint =
        from role in Role
        from agency in Agency
        from person in Person
        select new Viewpoint(role, agency, person);

    /// <summary>Any, also such as no command lets through.</summary>
    public static readonly Gen<Marking> Marking =
        from tlp in Tlp
        from audience in Gen.SubListOf<AgencyId>(Agencies)
        from recipients in Gen.SubListOf<PersonId>(Persons)
        select new Marking(tlp, [.. audience], [.. recipients]);

    /// <summary>Text as people and machines write it: Indonesian words, numbers with points, other scripts, composed and decomposed letters, anything.</summary>
    public static readonly Gen<string> Text =
        Gen.ListOf(Gen.Frequency(
                (6, Gen.Elements("data", "DATA", "pemilih", "dugaan", "Dugaan", "KPU", "204.807.203", "204", "807", "café", "cafe\u0301", "e-mail", "log", "logs", "lo")),
                (2, Gen.Elements("Straße", "ΣΊΣΥΦΟΣ", "σίσυφος", "İstanbul", "ﬁle", "ᏣᎳᎩ", "ꭰ", "數據", "データ", "данные", "ＫＰＵ", "½", "①", "𝒳", "ß", "ẞ", "ǅ", "कि", "𞤀", "Ꮿ", "Ა", "ა")),
                (1, Gen.Elements("\"", "'", "\\", "*", ":", "&", "|", "!", "(", ")", "-", "NEAR", "AND", "OR", "NOT", "%", "_", "\n", "\t", "😀")),
                (1, Gen.Choose(0x21, 0x2FFFF).Where(System.Text.Rune.IsValid).Select(c => new System.Text.Rune(c).ToString()))))
            .Select(words => string.Join(' ', words));

    /// <summary>What one might type to find something in a text: words of it, whole or begun, and others.</summary>
    public static Gen<string> QueryFor(string text) =>
        from part in Gen.Elements(true, false)
        from start in Gen.Choose(0, text.Length)
        from length in Gen.Choose(0, 8)
        from other in Text
        select part ? string.Concat(text.EnumerateRunes().Skip(start).Take(length)) : other;

    public static readonly Gen<EntryKind> Kind = Gen.Elements(Enum.GetValues<EntryKind>());

    /// <summary>A plain entry by one of <see cref="Persons"/>, of any marking.</summary>
    public static readonly Gen<EntryContent> Entry =
        from person in Person
        from agency in Agency
        from kind in Kind
        from marking in Marking
        from text in Text
        from source in Gen.Frequency((2, Gen.Constant<string?>(null)), (1, Text.Select(t => (string?)t)))
        from reference in Gen.Choose(0, int.MaxValue)
        select new EntryContent(
            new Reference($"E-{reference:X8}"), new Actor(person, "Seseorang", IncidentHub.Domain.Role.Liaison, agency, agency.Code), kind, AnIncident.Now, text, source,
            marking, false, [], [new EntryWritten(kind)]);

    /// <summary>Of agencies and persons of the team: mostly such as a command lets through.</summary>
    public static readonly Gen<Marking> TeamMarking =
        from tlp in Gen.Frequency((1, Gen.Constant(IncidentHub.Domain.Tlp.Clear)), (2, Gen.Constant(IncidentHub.Domain.Tlp.Green)), (3, Gen.Constant(IncidentHub.Domain.Tlp.Amber)), (2, Gen.Constant(IncidentHub.Domain.Tlp.AmberStrict)), (3, Gen.Constant(IncidentHub.Domain.Tlp.Red)))
        from audience in Gen.Frequency((2, Gen.Constant(new List<AgencyId>())), (1, Gen.SubListOf(People.Team.Select(a => a.Agency).Distinct().ToArray()).Select(l => l.ToList())))
        from recipients in Gen.NonEmptyListOf(Gen.Elements(People.Team.Where(a => audience.Count == 0 || audience.Contains(a.Agency)).Select(a => a.Person).ToArray()))
        select new Marking(tlp, [.. audience], tlp is IncidentHub.Domain.Tlp.Red ? [.. recipients.Take(3)] : []);

    /// <summary>Something that somebody tries in a room; many of them are refused, as in life.</summary>
    public static readonly Gen<Step> Step =
        from id in Gen.ArrayOf(Gen.Choose(0, 255), 16)
        from actor in Gen.Frequency((8, Gen.Elements<Actor>(People.Team)), (1, Gen.Constant(People.Auditor)), (2, Gen.Elements<Actor>(People.All)))
        from kind in Gen.Choose(0, 19)
        from first in Gen.Choose(0, 1_000)
        from second in Gen.Choose(0, 1_000)
        from marking in TeamMarking
        from person in Gen.Elements<Actor>(People.All)
        from text in Text
        from withObject in Gen.Frequency((1, Gen.Constant<ObjectStep?>(null)), (1, ObjectStep.Any.Select(o => (ObjectStep?)o)))
        select new Step(new Guid([.. id.Select(b => (byte)b)]), actor, kind, first, second, marking, person, "Entri: " + string.Concat(text.EnumerateRunes().Where(r => !System.Text.Rune.IsControl(r))), withObject);

    public static readonly ImmutableArray<Viewpoint> EveryViewpoint =
    [
        .. from role in Enum.GetValues<Role>()
           from agency in Agencies.Add(StrangeAgency)
           from person in Persons.Add(Stranger)
           select new Viewpoint(role, agency, person),
    ];
}
