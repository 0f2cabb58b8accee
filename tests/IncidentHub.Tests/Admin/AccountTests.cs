using IncidentHub.Access;
using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.Admin;

public sealed class AccountsOnSqlite() : AccountTests(Database.OnSqlite);

public sealed class AccountsOnPostgres(PostgresServer server) : AccountTests(() => Database.OnPostgres(server));

public abstract class AccountTests(Func<Task<Database>> create) : AdminTests(create)
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    static readonly OpenAccount opening = new("baru@test.invalid", "Tim Siber", Role.Liaison, "BARESKRIM", "KPU");

    [Fact]
    public async Task Only_an_active_administrator_is_obeyed_whatever_the_page_believes()
    {
        foreach (var other in People.All.Where(a => a.Role is not Role.Administrator))
        {
            (await Refuse(opening, other)).ShouldBe(AdminRefusal.NotAdministrator, other.Name);
            (await Refuse(opening, other with { Role = Role.Administrator })).ShouldBe(AdminRefusal.NotAdministrator, other.Name);
        }
        await Accept(Change(kpu, Role.Administrator));
        await Accept(Change(People.Administrator, Role.Auditor), kpu);
        (await Refuse(opening)).ShouldBe(AdminRefusal.NotAdministrator);
    }

    [Fact]
    public async Task A_new_one_signs_in_with_the_password_that_was_shown_and_acts_for_its_own_agency()
    {
        var password = (await Accept(opening)).Password.ShouldNotBeNull();
        (await IsPassword("baru@test.invalid", password)).ShouldBeTrue();
        var line = (await Lines()).Single(a => a.Email == "baru@test.invalid");
        (line.Role, line.Agency, line.SeatedAt, line.LastSignIn).ShouldBe((Role.Liaison, new AgencyId("BARESKRIM"), new AgencyId("KPU"), null));
        (await Node.Get<IncidentHub.Access.People>().Find(new PersonId(line.Id)))!.AgencyName.ShouldBe("Bareskrim Polri");
        (await Node.Get<IncidentHub.Access.People>().Seats([new PersonId(line.Id), kpu.Person])).ShouldHaveSingleItem().Value.ShouldBe("Komisi Pemilihan Umum");
        (await Refuse(opening with { Email = "BARU@test.invalid" })).ShouldBe(AdminRefusal.EmailTaken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("baru")]
    [InlineData("baru@test")]
    [InlineData("ba ru@test.invalid")]
    [InlineData("bäru@test.invalid")]
    [InlineData("baru@test.invalid\n")]
    public async Task What_is_no_address_opens_nothing(string email) =>
        (await Submit(opening with { Email = email })).ShouldBeOfType<AdminOutcome.Invalid>().Codes.ShouldBe([AdminCode.EmailShape]);

    [Fact]
    public async Task Nobody_becomes_a_wall_or_the_system_or_sits_at_their_own_agency_or_at_none_that_is()
    {
        foreach (var role in new[] { Role.Wall, Role.System })
        {
            (await Submit(opening with { Role = role })).ShouldBeOfType<AdminOutcome.Invalid>().Codes.ShouldBe([ValidationCode.UnknownValue]);
            (await Submit(Change(kpu, role))).ShouldBeOfType<AdminOutcome.Invalid>();
        }
        (await Refuse(opening with { SeatedAt = "BARESKRIM" })).ShouldBe(AdminRefusal.SeatedAtOwnAgency);
        (await Refuse(opening with { SeatedAt = "TIDAKADA" })).ShouldBe(AdminRefusal.NoSuchAgency);
        (await Refuse(opening with { Agency = "TIDAKADA" })).ShouldBe(AdminRefusal.NoSuchAgency);
        (await Refuse(Change(People.Wall, Role.Administrator))).ShouldBe(AdminRefusal.NoSuchAccount);
        (await Refuse(new ResetPassword(Guid.NewGuid()))).ShouldBe(AdminRefusal.NoSuchAccount);
        (await Lines()).Count.ShouldBe(People.All.Count(a => a.Role is not Role.Wall));
    }

    [Fact]
    public async Task Role_agency_lock_and_password_end_the_sessions_and_a_seat_does_not()
    {
        var session = await Node.Get<Sessions>().Start(kpu.Person);
        await Accept(Change(kpu, seat: "BSSN"));
        (await Node.Get<Sessions>().IsAlive(session)).ShouldBeTrue();
        foreach (var command in new AdminCommand[] { Change(kpu, Role.Coordinator), Change(kpu, Role.Coordinator, "BIN"), new ResetPassword(kpu.Person.Value), new LockAccount(kpu.Person.Value, IsLocked: true) })
        {
            session = await Node.Get<Sessions>().Start(kpu.Person);
            var other = await Node.Get<Sessions>().Start(People.Auditor.Person);
            await Accept(command);
            (await Node.Get<Sessions>().IsAlive(session)).ShouldBeFalse(command.ToString());
            (await Node.Get<Sessions>().IsAlive(other)).ShouldBeTrue();
            (await Node.Get<Sessions>().EndedSince(Clock.GetUtcNow())).ShouldContain(session);
        }
        (await Lines()).Single(a => a.Id == kpu.Person.Value).IsLocked.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_moves_to_another_agency_leaves_the_incidents_that_they_were_in_for_the_former_one()
    {
        var incident = await Node.Open();
        await Accept(Change(kpu, agency: "BIN"));
        var moved = (await Node.Get<IncidentHub.Access.People>().Find(kpu.Person))!;
        (await Node.Refuse(incident, moved, ACommand.Write())).Code.ShouldBe(RejectionCode.NotFound);
        (await Node.Refuse(incident, kpu, ACommand.Write())).Code.ShouldBe(RejectionCode.NotFound);
        (await (await Node.Rooms.Room(incident)).Join(moved, _ => { })).ShouldBeNull();
    }

    [Fact]
    public async Task The_last_active_administrator_stays_one()
    {
        var id = People.Administrator.Person.Value;
        (await Refuse(Change(People.Administrator, Role.Liaison))).ShouldBe(AdminRefusal.LastAdministrator);
        (await Refuse(new LockAccount(id, IsLocked: true))).ShouldBe(AdminRefusal.LastAdministrator);
        await Accept(Change(kpu, Role.Administrator));
        await Accept(new LockAccount(kpu.Person.Value, IsLocked: true));
        (await Refuse(new LockAccount(id, IsLocked: true))).ShouldBe(AdminRefusal.LastAdministrator);
        await Accept(new LockAccount(kpu.Person.Value, IsLocked: false));
        await Accept(new LockAccount(id, IsLocked: true));
    }

    [Fact]
    public async Task Two_who_demote_each_other_at_once_leave_one()
    {
        await Accept(Change(kpu, Role.Administrator));
        await Task.WhenAll(
            Task.Run(() => Submit(Change(kpu, Role.Auditor))),
            Task.Run(() => Submit(Change(People.Administrator, Role.Auditor), kpu)));
        (await Lines()).Count(a => a.Role is Role.Administrator).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_password_helps_and_the_old_one_does_not()
    {
        var password = (await Accept(new ResetPassword(kpu.Person.Value))).Password!;
        (await IsPassword(Database.EmailOf(kpu), password)).ShouldBeTrue();
        (await IsPassword(Database.EmailOf(kpu), Database.Password)).ShouldBeFalse();
    }

    [Fact]
    public async Task Each_changed_thing_leaves_a_trace_of_its_own_without_the_password()
    {
        await Accept(new OpenAccount("baru@test.invalid", "Tim Siber", Role.Liaison, "BARESKRIM", "KPU"));
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Accept(Change(kpu, Role.Coordinator));
        Clock.Pass(TimeSpan.FromMinutes(1));
        (await Refuse(Change(kpu, Role.Coordinator))).ShouldBe(AdminRefusal.AlreadySo);
        await Accept(new LockAccount(kpu.Person.Value, IsLocked: true));
        (await Refuse(new LockAccount(kpu.Person.Value, IsLocked: true))).ShouldBe(AdminRefusal.AlreadySo);
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Accept(new ResetPassword(kpu.Person.Value));
        (await Traces()).ShouldBe(
        [
            ("AccountOpened", "Tim Siber (baru@test.invalid)", "BARESKRIM", "Liaison"), ("SeatChanged", "Tim Siber (baru@test.invalid)", null, "KPU"),
            ("RoleChanged", Called(kpu), "Liaison", "Coordinator"), ("AccountLocked", Called(kpu), null, null), ("PasswordReset", Called(kpu), null, null),
        ]);
    }

    static ChangeAccount Change(Actor who, Role? role = null, string? agency = null, string? seat = null) => new(who.Person.Value, role ?? who.Role, agency ?? who.Agency.Code, seat);

    Task<IReadOnlyList<AccountLine>> Lines() => Node.Get<AccountDirectory>().All();

    async Task<bool> IsPassword(string email, string password)
    {
        await using var scope = Node.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await users.CheckPasswordAsync((await users.FindByEmailAsync(email))!, password);
    }
}
