using System.Collections.Immutable;
using FluentValidation;
using IncidentHub.Domain;

namespace IncidentHub.Wall;

/// <summary>What a coordinator asks for: this screen, under that name, shows these incidents for so many days.</summary>
public sealed record PairingRequest(string Code, string Name, string Place, ImmutableArray<IncidentId> Incidents, int Days)
{
    /// <summary>The lives that are offered.</summary>
    public static readonly ImmutableArray<int> Lives = [1, 7, 30, 90];
    /// <summary>More are no wall any more, but a slide show.</summary>
    public const int MostIncidents = 12;

    static readonly Rules rules = new();
    public static IValidator<PairingRequest> Validator => rules;

    /// <summary>The command to one of the incidents; its name and place are checked there as well.</summary>
    public PairWall Command(PersonId wall, DateTimeOffset now) =>
        new() { CommandId = Guid.NewGuid(), Reason = "", Wall = wall, Name = Name, Place = Place, Until = now.AddDays(Days) };

    sealed class Rules : AbstractValidator<PairingRequest>
    {
        public Rules()
        {
            RuleFor(r => r.Code).Must(code => PairingCode.Read(code) is not null).WithErrorCode(PairingRule.CodeShape);
            RuleFor(r => r.Name).IsWallName();
            RuleFor(r => r.Place).IsWallPlace();
            RuleFor(r => r.Incidents)
                .Must(i => !i.IsDefaultOrEmpty).WithErrorCode(PairingRule.IncidentsRequired)
                .Must(i => i.IsDefaultOrEmpty || i.Length <= MostIncidents).WithErrorCode(PairingRule.TooManyIncidents);
            RuleFor(r => r.Days).Must(days => Lives.Contains(days)).WithErrorCode(ValidationCode.UnknownValue);
        }
    }
}

/// <summary>Codes of the validator's messages; the words are resources (<c>Validation_…</c>).</summary>
public static class PairingRule
{
    public const string CodeShape = "WallCodeShape";
    public const string IncidentsRequired = "WallIncidentsRequired";
    public const string TooManyIncidents = "WallTooManyIncidents";
}
