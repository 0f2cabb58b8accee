using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;

namespace IncidentHub.Subjects;

/// <summary>Whom one may choose in an incident, and how they are called there.</summary>
public static class IncidentChoices
{
    /// <summary>The agencies that have a member.</summary>
    public static IReadOnlyList<AgencyChoice> Agencies(this IncidentHead incident) =>
        [.. incident.Members.Select(m => new AgencyChoice(m.Agency, m.AgencyName)).DistinctBy(a => a.Id)];

    /// <summary>The members, except the one who chooses.</summary>
    public static IReadOnlyList<PersonChoice> PeopleExcept(this IncidentHead incident, PersonId chooser) =>
        [.. incident.Members.Where(m => m.Person != chooser).Select(m => new PersonChoice(m.Person, m.Name, m.AgencyName))];

    /// <summary>The name of an agency that has or had a member.</summary>
    public static string NameOf(this IncidentHead incident, AgencyId agency) => AgencyChoice.NameOf(incident.Known.Values, agency);
}
