using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Access;

public sealed class VisitsOnSqlite() : VisitsTests(Database.OnSqlite);

public sealed class VisitsOnPostgres(PostgresServer server) : VisitsTests(() => Database.OnPostgres(server));

public abstract class VisitsTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly PersonId Kpu = Support.People.LiaisonOf("KPU").Person;
    readonly IncidentId incident = new(Guid.NewGuid());

    Visits Visits => Node.Get<Visits>();

    [Fact]
    public async Task A_visit_is_one_persons_to_one_incident()
    {
        (await Visits.Last(Kpu, incident)).ShouldBeNull();
        await Visits.Note(Kpu, incident, 7);
        (await Visits.Last(Kpu, incident))!.Number.ShouldBe(7);
        (await Visits.Last(Support.People.LiaisonOf("BSSN").Person, incident)).ShouldBeNull();
        (await Visits.Last(Kpu, new IncidentId(Guid.NewGuid()))).ShouldBeNull();
        (await Visits.All(Kpu)).Keys.ShouldBe([incident]);
    }

    [Fact]
    public async Task An_old_page_that_closes_late_undoes_nothing()
    {
        await Visits.Note(Kpu, incident, 9);
        await Visits.Note(Kpu, incident, 4);
        (await Visits.Last(Kpu, incident))!.Number.ShouldBe(9);
    }
}
