namespace IncidentHub.Domain;

/// <summary>A clock that runs, as a wall shows it.</summary>
/// <param name="Kind">Clarification or Obligation.</param>
/// <param name="Due">For counting; a wall writes it out only where it shows the <paramref name="Facts"/>.</param>
/// <param name="Facts">Null where the title is all that may be shown.</param>
public sealed record WallDeadline(Reference Subject, EntryKind Kind, string Title, Tlp Label, DateTimeOffset Due, WallDeadlineFacts? Facts)
{
    /// <summary>Null where no clock runs, and where a wall shows nothing of it.</summary>
    public static WallDeadline? Of(ITimed subject, Viewpoint wall, IncidentState state)
    {
        if (subject.Deadline() is not { } deadline || Sharing.See(wall, subject.Marking, subject.Author) is not (not Sight.Hidden and var sight))
            return null;
        var facts = sight is Sight.Full ? new WallDeadlineFacts(state.NameOf(deadline.OwedBy), StartOf(subject) ?? deadline.Due) : null;
        return new(deadline.Subject, subject is ClarificationRequest ? EntryKind.Clarification : EntryKind.Obligation, deadline.Title, subject.Marking.Tlp, deadline.Due, facts);
    }

    static DateTimeOffset? StartOf(ITimed subject) => subject switch
    {
        ClarificationRequest request => request.DeliveredAt,
        Obligation obligation => obligation.StartedAt,
        _ => null,
    };
}

/// <param name="OwedBy">What the agency is called.</param>
/// <param name="Since">When the clock started.</param>
public sealed record WallDeadlineFacts(string OwedBy, DateTimeOffset Since);
