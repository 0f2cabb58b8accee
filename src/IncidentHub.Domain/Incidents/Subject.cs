namespace IncidentHub.Domain;

/// <summary>What an incident holds besides its entries: a task, a finding, a request for clarification, an obligation.</summary>
public interface ISubject
{
    Reference Reference { get; }
    string Title { get; }
    Marking Marking { get; }
    PersonId Author { get; }
    /// <summary>How many times it was changed.</summary>
    int Changes { get; }

    /// <summary>The agency that brought it in, and alone marks it anew.</summary>
    AgencyId Source { get; }
    /// <summary>The agency that is to act on it, and must go on seeing it.</summary>
    AgencyId? Acting { get; }
    /// <summary>It keeps an incident from being closed.</summary>
    bool IsOpen { get; }
    /// <summary>Nobody but its source may see it yet, whatever its source would like.</summary>
    bool IsDraft => false;

    ISubject Marked(Marking marking);
}

public static class Subjects
{
    /// <summary>Itself, where the viewer sees it whole; null where there is no such thing for them.</summary>
    public static T? SeenBy<T>(this T subject, Viewpoint viewpoint) where T : class, ISubject =>
        Sharing.See(viewpoint, subject.Marking, subject.Author) is Sight.Full ? subject : null;
}
