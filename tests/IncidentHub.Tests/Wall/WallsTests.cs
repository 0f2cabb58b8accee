using System.Text;
using IncidentHub.Domain;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Tests.Wall;

public sealed class WallsOnSqlite() : WallsTests(Database.OnSqlite);

public sealed class WallsOnPostgres(PostgresServer server) : WallsTests(() => Database.OnPostgres(server));

public abstract class WallsTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    Walls Walls => Node.Get<Walls>();

    [Fact]
    public async Task A_screen_is_known_by_its_cookie_and_offers_a_code_for_ten_minutes()
    {
        var wall = await AWall.At(Node);
        wall.State.Standing.ShouldBe(WallStanding.Pairing);
        (await Walls.Offering(wall.Code)).ShouldBe(wall.State);
        (await Walls.Find("bukan rahasia siapa pun")).ShouldBeNull();
        Clock.Pass(PairingCode.Life - TimeSpan.FromSeconds(1));
        (await Walls.Offering(wall.Code)).ShouldNotBeNull();
        Clock.Pass(TimeSpan.FromSeconds(1));
        (await Walls.Offering(wall.Code)).ShouldBeNull();
        (await wall.Now()).State.Standing.ShouldBe(WallStanding.CodeOver);
    }

    [Fact]
    public async Task The_next_code_is_another_and_the_screen_the_same()
    {
        var wall = await AWall.At(Node);
        Clock.Pass(PairingCode.Life);
        var renewed = (await Walls.Renew((await wall.Now()).State, wall.Secret)).ShouldNotBeNull();
        renewed.Standing.ShouldBe(WallStanding.Pairing);
        renewed.Actor.ShouldBe(wall.State.Actor);
        var code = PairingCode.Of(wall.Secret, renewed.CodeUntil);
        code.ShouldNotBe(wall.Code);
        (await Walls.Offering(code)).ShouldNotBeNull();
        // Two pages of one browser: the slower one reads what the faster one made.
        (await Walls.Renew(wall.State, wall.Secret)).ShouldBeNull();
        (await wall.Now()).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Neither_secrets_nor_codes_stand_in_the_database()
    {
        var wall = await AWall.At(Node);
        await using var context = await Node.Get<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        var row = await context.Walls.AsNoTracking().SingleAsync();
        var stored = string.Join('\n', typeof(WallRow).GetProperties().Select(p => p.GetValue(row)).Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) + Encoding.Latin1.GetString(bytes) : $"{v}"));
        stored.ShouldNotContain(wall.Secret);
        stored.ShouldNotContain(wall.Code);
        stored.ShouldContain(Convert.ToHexString(IncidentHub.Access.SecretToken.Hash(wall.Secret)));
    }

    [Fact]
    public async Task One_address_gets_so_many_codes_and_no_more_until_its_screens_are_gone()
    {
        for (var i = 0; i < Walls.MostPerAddress; i++)
            (await Walls.Begin("192.0.2.1")).ShouldNotBeNull();
        (await Walls.Begin("192.0.2.1")).ShouldBeNull();
        (await Walls.Begin("192.0.2.2")).ShouldNotBeNull();
        Clock.Pass(Walls.Forget + TimeSpan.FromSeconds(1));
        (await Walls.Begin("192.0.2.1")).ShouldNotBeNull();
    }

    [Fact]
    public async Task So_do_all_together()
    {
        for (var i = 0; i < Walls.MostInAll; i++)
            (await Walls.Begin($"192.0.2.{i / Walls.MostPerAddress}")).ShouldNotBeNull();
        (await Walls.Begin("198.51.100.1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_screen_that_is_still_there_keeps_its_row_and_so_does_a_paired_one_that_is_switched_off()
    {
        var incident = await Node.Open();
        var off = await (await AWall.At(Node)).Paired(People.Coordinator, incident);
        var (waiting, gone) = (await AWall.At(Node), await AWall.At(Node));
        for (var i = 0; i < 3; i++)
        {
            Clock.Pass(Walls.Forget - TimeSpan.FromSeconds(1));
            await Walls.Seen(waiting.State.Id, "0123abcd");
        }
        await Walls.Begin("192.0.2.9");
        (await Walls.Find(waiting.Secret)).ShouldNotBeNull();
        (await Walls.Find(off.Secret)).ShouldNotBeNull().Standing.ShouldBe(WallStanding.Paired);
        (await Walls.Find(gone.Secret)).ShouldBeNull();
    }

    [Fact]
    public async Task When_its_time_is_over_it_is_released_and_comes_back_as_another()
    {
        var incident = await Node.Open();
        var wall = await (await AWall.At(Node)).Paired(People.Coordinator, incident);
        Clock.Pass(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        (await wall.Now()).State.Standing.ShouldBe(WallStanding.Paired);
        Clock.Pass(TimeSpan.FromSeconds(1));
        var over = (await wall.Now()).State;
        over.Standing.ShouldBe(WallStanding.Released);

        var again = (await Walls.Renew(over, wall.Secret)).ShouldNotBeNull();
        again.Standing.ShouldBe(WallStanding.Pairing);
        again.WasReleased.ShouldBeTrue();
        again.Incidents.ShouldBeEmpty();
        again.Actor.Person.ShouldNotBe(wall.Person);
        (await (await wall.Now()).Paired(People.Coordinator, incident)).State.Standing.ShouldBe(WallStanding.Paired);
    }
}
