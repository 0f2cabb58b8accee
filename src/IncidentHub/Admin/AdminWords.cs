using IncidentHub.Domain;
using IncidentHub.Storage;
using IncidentHub.Ui;

namespace IncidentHub.Admin;

/// <summary>What administrators' commands gave, and what was done, as sentences.</summary>
public static class AdminWords
{
    public static IReadOnlyList<string> Errors(this Words words, AdminOutcome outcome) => outcome switch
    {
        AdminOutcome.Refused refused => [words.Of(refused.Why)],
        AdminOutcome.Invalid invalid => [.. invalid.Codes.Select(words.Validation)],
        AdminOutcome.Unavailable unavailable => [words.Of(unavailable.Fault)],
        _ => [],
    };

    public static string Sentence(this Words words, AdminActionRow action, LocalTime zone) => words[$"AdminDeed_{action.Deed}",
        action.AccountId == AdminHand.CommandLine.Account ? words["Admin_CommandLine"] : action.Name, action.Subject, Value(words, action.Deed, action.Before), Value(words, action.Deed, action.After),
        action.Since is { } since ? zone.Date(Microseconds.ToTime(since)) : ""];

    // As it was written down: roles by their code, agencies by theirs, and no seat by nothing.
    static string Value(Words words, string deed, string? value) => (deed, value) switch
    {
        (nameof(AdminDeed.SeatChanged), null) => words["Admin_OwnAgency"],
        (nameof(AdminDeed.RoleChanged) or nameof(AdminDeed.AccountOpened), not null) when Enum.TryParse<Role>(value, out var role) => words.Of(role),
        _ => value ?? "",
    };
}
