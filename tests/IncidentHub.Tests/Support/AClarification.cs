using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>Requests in a named state, reached by real moves of Kominfo, which asks, and KPU, which is asked. Two questions, 72 hours.</summary>
public static class AClarification
{
    public static readonly Actor Requester = People.LiaisonOf("KOMINFO");
    public static readonly Actor Addressed = People.LiaisonOf("KPU");

    public static AnIncident WithClarification(this AnIncident incident, out Reference request, ClarificationState state = ClarificationState.Sent, Marking? marking = null)
    {
        var after = incident.After(Requester, ACommand.DraftClarification(marking) with { Send = state is not ClarificationState.Draft });
        request = after.Last.Events.ShouldHaveSingleItem().ShouldBeAssignableTo<ClarificationEvent>()!.Subject;
        return after.WithClarificationIn(state, request);
    }

    /// <summary>Delivered at the incident's present moment, so that it is due 72 hours later.</summary>
    public static AnIncident WithDelivered(this AnIncident incident, out Reference request, Marking? marking = null) =>
        incident.WithClarification(out request, ClarificationState.Delivered, marking);

    public static ClarificationRequest Clarification(this AnIncident incident, Reference request) => incident.State.Clarifications[request];

    static AnIncident WithClarificationIn(this AnIncident incident, ClarificationState state, Reference request) => state switch
    {
        ClarificationState.Draft or ClarificationState.Sent => incident,
        ClarificationState.Insufficient => incident.WithClarificationIn(ClarificationState.Answered, request).After(Requester, ACommand.MoveTo(request, state)),
        ClarificationState.Closed => incident.WithClarificationIn(ClarificationState.Answered, request).After(Requester, ACommand.MoveTo(request, state)),
        ClarificationState.Acknowledged or ClarificationState.PartlyAnswered or ClarificationState.Answered =>
            incident.WithClarificationIn(ClarificationState.Delivered, request).After(Addressed, ACommand.MoveTo(request, state)),
        ClarificationState.Delivered => incident.After(Requester, ACommand.Deliver(request) with { At = incident.Time }),
        _ => incident.WithClarificationIn(ClarificationState.Delivered, request).After(Requester, ACommand.MoveTo(request, state)),
    };
}
