using IncidentHub.Domain;

namespace IncidentHub.Timeline;

/// <summary>The groups of kinds that the filter bar offers.</summary>
public enum EntryGroup { Tasks, Findings, Deadlines, Observations, Communications, Actions, Statements, Remarks, Briefings, Status }

public static class EntryGroups
{
    public static EntryGroup Of(EntryKind kind) => kind switch
    {
        EntryKind.Detection or EntryKind.Observation => EntryGroup.Observations,
        EntryKind.Notification or EntryKind.Communication or EntryKind.Meeting => EntryGroup.Communications,
        EntryKind.Decision or EntryKind.ActionTaken => EntryGroup.Actions,
        EntryKind.PublicStatement => EntryGroup.Statements,
        EntryKind.Correction or EntryKind.Contradiction or EntryKind.AuditNote => EntryGroup.Remarks,
        EntryKind.Task => EntryGroup.Tasks,
        EntryKind.Finding => EntryGroup.Findings,
        // Letters, their answers, duties and what passed: who asks for one wants the others with it.
        EntryKind.Clarification or EntryKind.ClarificationAnswer or EntryKind.Obligation or EntryKind.Overdue => EntryGroup.Deadlines,
        EntryKind.Release or EntryKind.Briefing or EntryKind.CommissionQuestion => EntryGroup.Briefings,
        _ => EntryGroup.Status,
    };
}
