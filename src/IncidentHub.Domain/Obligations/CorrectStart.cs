using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Decides anew when the clock started. The entry holds both moments; whether a met obligation was met in time follows.</summary>
public sealed record CorrectStart : ChangeObligation
{
    public required DateTimeOffset At { get; init; }
    public required string Basis { get; init; }

    protected override ObligationStep Step => ObligationStep.CorrectStart;
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(Obligation obligation, CommandContext context) =>
        At == obligation.StartedAt ? new Rejection(RejectionCode.AlreadySo, obligation.State)
        : obligation.Started(At, obligation.StartedAt, context, out var started) is { } badTime ? badTime
        : obligation.Entry(context, Basis, started);

    sealed class Rules : AbstractValidator<CorrectStart>
    {
        public Rules()
        {
            RuleFor(c => (DateTimeOffset?)c.At).IsOccurrence();
            RuleFor(c => c.Basis).IsEntryText();
        }
    }
}
