using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Admin;

public sealed class AgenciesOnSqlite() : AgencyTests(Database.OnSqlite);

public sealed class AgenciesOnPostgres(PostgresServer server) : AgencyTests(() => Database.OnPostgres(server));

public abstract class AgencyTests(Func<Task<Database>> create) : AdminTests(create)
{
    const string Kominfo = "Kementerian Komunikasi dan Informatika";

    [Fact]
    public async Task A_name_holds_from_its_day_in_WIB_and_no_minute_before()
    {
        await Accept(new RenameAgency("KOMINFO", "Komdigi", Today.AddDays(1)));
        (await NameOf("KOMINFO")).ShouldBe(Kominfo);
        Clock.MoveTo(new DateTimeOffset(2023, 11, 28, 16, 59, 59, TimeSpan.Zero));
        (await NameOf("KOMINFO")).ShouldBe(Kominfo);
        Clock.MoveTo(new DateTimeOffset(2023, 11, 28, 17, 0, 0, TimeSpan.Zero));
        (await NameOf("KOMINFO")).ShouldBe("Komdigi");
        (await NameOf("BIN")).ShouldBe("Badan Intelijen Negara");
    }

    [Fact]
    public async Task An_entry_keeps_the_name_that_it_was_written_under()
    {
        var incident = await Node.Open();
        await Node.Accept(incident, People.LiaisonOf("KOMINFO"), ACommand.Write());
        await Accept(new RenameAgency("KOMINFO", "Komdigi", Today.AddYears(-1)));
        await Node.Accept(incident, People.LiaisonOf("KOMINFO"), ACommand.Write());
        using var room = await (await Node.Rooms.Room(incident)).Join(People.LiaisonOf("KPU"), _ => { });
        room!.View!.Latest.TakeLast(2).Select(e => e.Author.AgencyName).ShouldBe([Kominfo, "Komdigi"]);
    }

    [Fact]
    public async Task Two_names_never_begin_at_the_same_moment_and_one_between_ends_where_the_next_begins()
    {
        await Accept(new RenameAgency("KOMINFO", "Komdigi", Today));
        (await Refuse(new RenameAgency("KOMINFO", "Kemkomdigi", Today))).ShouldBe(AdminRefusal.NameBeginsThen);
        await Accept(new RenameAgency("KOMINFO", "Kominfo RI", Today.AddYears(-3)));
        (await NameOf("KOMINFO")).ShouldBe("Komdigi");
        (await Refuse(new RenameAgency("KOMINFO", " Kominfo RI ", Today.AddYears(-2)))).ShouldBe(AdminRefusal.SameName);
        var names = (await Node.Get<AgencyDirectory>().All()).Single(a => a.Id == new AgencyId("KOMINFO"));
        names.Names.Select(n => n.Name).ShouldBe([Kominfo, "Kominfo RI", "Komdigi"]);
        names.At(Clock.GetUtcNow()).Name.ShouldBe("Komdigi");
    }

    [Fact]
    public async Task A_new_one_can_be_chosen_at_once_and_its_code_is_its_own()
    {
        await Accept(new AddAgency("KEMLU", "Kementerian Luar Negeri", Today.AddYears(1)));
        (await Refuse(new AddAgency("KEMLU", "Lain", Today))).ShouldBe(AdminRefusal.AgencyTaken);
        (await Refuse(new RenameAgency("TIDAKADA", "Lain", Today))).ShouldBe(AdminRefusal.NoSuchAgency);
        var added = (await Node.Get<AgencyDirectory>().All())[^1];
        added.Names.ShouldHaveSingleItem().Name.ShouldBe("Kementerian Luar Negeri");
        added.At(Clock.GetUtcNow()).Name.ShouldBe("Kementerian Luar Negeri");
        await Accept(new OpenAccount("baru@test.invalid", "Narahubung Kemlu", Role.Liaison, "KEMLU", null));
    }

    [Fact]
    public async Task Each_change_leaves_its_trace_and_what_is_refused_leaves_none()
    {
        await Accept(new AddAgency("KEMLU", "Kementerian Luar Negeri", Today));
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Accept(new RenameAgency("KEMLU", "Kemlu", Today.AddDays(1)));
        await Refuse(new RenameAgency("KEMLU", "Lagi", Today.AddDays(1)));
        (await Traces()).ShouldBe([("AgencyAdded", "KEMLU", null, "Kementerian Luar Negeri"), ("AgencyRenamed", "KEMLU", "Kementerian Luar Negeri", "Kemlu")]);
        (await Node.Get<AdminTrace>().Last(AdminDeed.AgencyRenamed)).ShouldHaveSingleItem().Name.ShouldBe(People.Administrator.Name);
    }

    [Fact]
    public async Task Half_a_character_is_no_name() => // a theory's data would have it mended
        (await Submit(new RenameAgency("KOMINFO", "Ke\ud800mlu", Today))).ShouldBeOfType<AdminOutcome.Invalid>().Codes.ShouldBe([AdminCode.NameUnreadable]);

    public static TheoryData<string, string, string?, string> BadInput => new()
    {
        { "kemlu", "Nama", "2023-11-28", AdminCode.CodeShape }, { "K", "Nama", "2023-11-28", AdminCode.CodeShape }, { "KEM LU", "Nama", "2023-11-28", AdminCode.CodeShape },
        { "KÉMLU", "Nama", "2023-11-28", AdminCode.CodeShape }, { "KEMLU\n", "Nama", "2023-11-28", AdminCode.CodeShape }, { new string('K', 21), "Nama", "2023-11-28", AdminCode.CodeShape },
        { "KEMLU", "", "2023-11-28", AdminCode.NameRequired }, { "KEMLU", " \u200b\t", "2023-11-28", AdminCode.NameRequired }, { "KEMLU", new string('n', 101), "2023-11-28", AdminCode.NameTooLong },
        { "KEMLU", "Ke\u202emlu", "2023-11-28", AdminCode.NameUnreadable }, { "KEMLU", "Ke\0mlu", "2023-11-28", AdminCode.NameUnreadable }, { "KEMLU", "Ke\nmlu", "2023-11-28", AdminCode.NameUnreadable },
        { "KEMLU", "Nama", null, AdminCode.DateRequired }, { "KEMLU", "Nama", "0001-01-01", AdminCode.DateOutOfRange },
        { "KEMLU", "Nama", "9999-12-31", AdminCode.DateOutOfRange },
    };

    [Theory, MemberData(nameof(BadInput))]
    public async Task What_is_no_code_name_or_date_is_said_and_changes_nothing(string code, string name, string? since, string why)
    {
        DateOnly? day = since is null ? null : DateOnly.ParseExact(since, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await Submit(new AddAgency(code, name, day))).ShouldBeOfType<AdminOutcome.Invalid>().Codes.ShouldBe([why]);
        if (why != AdminCode.CodeShape)
            (await Submit(new RenameAgency("KOMINFO", name, day))).ShouldBeOfType<AdminOutcome.Invalid>().Codes.ShouldBe([why]);
        (await Node.Get<AgencyDirectory>().All()).Count.ShouldBe(People.All.DistinctBy(a => a.Agency).Count());
        (await Traces()).ShouldBeEmpty();
    }
}
