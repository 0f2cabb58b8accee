using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.Ui;

/// <summary>An agency as one chooses it.</summary>
public sealed record AgencyChoice(AgencyId Id, string Name)
{
    /// <summary>Those that have a member.</summary>
    public static IReadOnlyList<AgencyChoice> Of(IncidentHead incident) =>
        [.. incident.Members.Select(m => new AgencyChoice(m.Agency, m.AgencyName)).DistinctBy(a => a.Id)];

    /// <summary>The name of an agency that has or had a member.</summary>
    public static string NameOf(IncidentHead incident, AgencyId agency) => NameOf(incident.Known.Values, agency);

    public static string NameOf(IEnumerable<Member> people, AgencyId agency) => people.FirstOrDefault(m => m.Agency == agency)?.AgencyName ?? agency.Code;
}

/// <summary>A person as one chooses them: by name or by agency.</summary>
public sealed record PersonChoice(PersonId Id, string Name, string Agency)
{
    /// <summary>The members, except the one who chooses.</summary>
    public static IReadOnlyList<PersonChoice> Of(IncidentHead incident, PersonId except) =>
        [.. incident.Members.Where(m => m.Person != except).Select(m => new PersonChoice(m.Person, m.Name, m.AgencyName))];

    /// <summary>What the search looks through.</summary>
    public string Text => $"{Name}, {Agency}";
}
