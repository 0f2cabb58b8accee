using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>Something that somebody tries in a room, before it is known what there is to be cited.</summary>
/// <param name="Kind">0 to 19, weighted as <see cref="On"/> says.</param>
/// <param name="Move">Something with a task, a finding, a request or an obligation instead.</param>
public sealed record Step(Guid Id, Actor Actor, int Kind, int First, int Second, Marking Marking, Actor Person, string Text, ObjectStep? Move = null)
{
    /// <param name="at">What there is, whether or not the actor may see it.</param>
    public (Actor Actor, Command Command) On(AnIncident at) => Move is null
        ? (Actor, CommandOn([.. at.Entries.Select(e => e.Content!.Reference)]))
        : (Move.ActorAt(at), AsShipped(Move.On(at, 0)) with { CommandId = Id });

    // A node knows the product's rules, and no others.
    static Command AsShipped(Command command) => command is RecordObligation record ? record with { Rule = record.Rule is AnObligation.Notice ? "uu-27-2022-46" : "bssn-1-2024-15" } : command;

    Command CommandOn(IReadOnlyList<Reference> entries)
    {
        var (one, other) = (entries[First % entries.Count], entries[Second % entries.Count]);
        return Kind switch
        {
            < 7 when Actor.Role is Role.Auditor => ACommand.AuditNote(Marking) with { CommandId = Id, Text = Text },
            < 7 => ACommand.Write(Marking) with { CommandId = Id, Text = Text, Kind = WriteEntry.LiaisonKinds[First % WriteEntry.LiaisonKinds.Count], Releasable = Second % 3 == 0 && Marking.MayBeReleased },
            < 9 => ACommand.Correct(one) with { CommandId = Id, Text = Text },
            9 => ACommand.Correct(one) with { CommandId = Id, Text = Text, Marking = Marking },
            < 12 => ACommand.Contradict([.. new[] { one, other }.Distinct()]) with { CommandId = Id, Text = Text, Marking = Marking },
            12 => ACommand.Contradict(one) with { CommandId = Id, Text = Text, Marking = Marking },
            13 => ACommand.ChangePhase((Phase)(First % 8)) with { CommandId = Id },
            14 => ACommand.ChangeSeverity((Severity)(First % 4)) with { CommandId = Id },
            15 => ACommand.ProposeCrisisStatus((CrisisStatus)(First % 3)) with { CommandId = Id },
            16 => ACommand.ChangeCrisisStatus((CrisisStatus)(First % 3)) with { CommandId = Id },
            17 => ACommand.ChangeLegalTrack((LegalTrack)(First % 3)) with { CommandId = Id },
            18 => ACommand.Add(Person) with { CommandId = Id },
            _ => ACommand.Remove(Person) with { CommandId = Id },
        };
    }
}
