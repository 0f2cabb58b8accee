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

    public static readonly ImmutableArray<Viewpoint> EveryViewpoint =
    [
        .. from role in Enum.GetValues<Role>()
           from agency in Agencies.Add(StrangeAgency)
           from person in Persons.Add(Stranger)
           select new Viewpoint(role, agency, person),
    ];
}
