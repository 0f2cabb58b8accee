using IncidentHub.Domain;

namespace IncidentHub.Ui;

/// <summary>An agency as one chooses it.</summary>
public sealed record AgencyChoice(AgencyId Id, string Name)
{
    public static string NameOf(IEnumerable<Member> people, AgencyId agency) => people.FirstOrDefault(m => m.Agency == agency)?.AgencyName ?? agency.Code;
}

/// <summary>A person as one chooses them: by name or by agency.</summary>
public sealed record PersonChoice(PersonId Id, string Name, string Agency)
{
    /// <summary>What the search looks through.</summary>
    public string Text => $"{Name}, {Agency}";
}
