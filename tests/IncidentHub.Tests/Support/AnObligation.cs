using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>Obligations in a named state, reached by real steps of KPU, which is obliged.</summary>
public static class AnObligation
{
    public static readonly Actor Obliged = People.LiaisonOf("KPU");
    public static readonly Actor Colleague = People.Coordinator;

    public const string Notice = "pemberitahuan";

    /// <summary>72 hours; 24 hours, from 2024 on; at once; 14 days, superseded.</summary>
    public static readonly RulePack Rules = new(
    [
        new(Notice, "Pemberitahuan tertulis", "Written notice", "UU 27/2022 Pasal 46", "Kegagalan", 72, Counting.CalendarHours, ["Subjek data"], ["Data", "Kapan", "Penanganan"], new(2022, 10, 17), null, null),
        new("laporan", "Laporan insiden", "Incident report", "Peraturan BSSN 1/2024 Pasal 15", "Ditemukan", 24, Counting.CalendarHours, ["Tim nasional"], ["Kontak"], new(2024, 1, 1), null, null),
        new("segera", "Lapor segera", "Report at once", "PP 71/2019 Pasal 24 ayat (3)", "Gangguan", null, Counting.CalendarHours, ["Penegak hukum"], ["Laporan"], new(2019, 10, 10), null, null),
        new("empat-belas-hari", "Pemberitahuan pemilik", "Notice to owners", "Permenkominfo 20/2016", "Diketahui", 336, Counting.CalendarDays, ["Pemilik"], ["Sebab"], new(2016, 12, 1), null, "UU 27/2022 Pasal 46"),
        new("aturan-lama", "Aturan lama", "Old rule", "Aturan 1/2000", "Apa pun", 24, Counting.CalendarHours, ["Siapa pun"], ["Apa pun"], new(2000, 1, 1), new(2022, 12, 31), null),
    ]);

    public static AnIncident WithObligation(this AnIncident incident, out Reference obligation, ObligationState state = ObligationState.AwaitingBasis, Marking? marking = null, string rule = Notice)
    {
        var after = incident.After(Obliged, ACommand.Record(marking) with { Rule = rule });
        obligation = after.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<ObligationRecorded>().Subject;
        return after.WithObligationIn(state, obligation);
    }

    public static Obligation Obligation(this AnIncident incident, Reference obligation) => incident.State.Obligations[obligation];

    static AnIncident WithObligationIn(this AnIncident incident, ObligationState state, Reference obligation) => state switch
    {
        ObligationState.AwaitingBasis => incident,
        ObligationState.Running => incident.After(Obliged, ACommand.Start(obligation, incident.Time)),
        ObligationState.Met => incident.After(Obliged, ACommand.Start(obligation, incident.Time)).After(Obliged, ACommand.Meet(obligation)),
        ObligationState.MetLate => incident.After(Obliged, ACommand.Start(obligation, incident.Time.AddHours(-73))).After(Obliged, ACommand.Meet(obligation)),
        _ => incident.After(Obliged, ACommand.SetNotApplicable(obligation)),
    };
}
