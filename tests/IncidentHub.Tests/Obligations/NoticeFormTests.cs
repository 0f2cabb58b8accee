using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Obligations;

public class NoticeFormTests : RoomScreens
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    static readonly Actor bssn = People.LiaisonOf("BSSN");

    [Fact]
    public async Task It_is_composed_of_what_everybody_sees_who_sees_the_obligation()
    {
        await Node.Accept(Incident, bssn, ACommand.Claim(DataCategory.Address));
        await Node.Accept(Incident, kpu, new ConfirmAffectedData { CommandId = Guid.NewGuid(), Category = DataCategory.NationalId, Reason = "Diperiksa." });
        await Node.Accept(Incident, bssn, ACommand.Write() with { Kind = EntryKind.ActionTaken, Text = "Akses ditutup." });
        await Node.Accept(Incident, kpu, ACommand.Write(Marking.WholeTeam(Tlp.AmberStrict)) with { Kind = EntryKind.ActionTaken, Text = "Lebih ketat." });
        await Node.Accept(Incident, kpu, ACommand.Write(new Marking(Tlp.Amber, [kpu.Agency], [])) with { Kind = EntryKind.ActionTaken, Text = "Hanya untuk KPU." });
        var drawer = await Writing(await Record(kpu));
        await Fill(drawer, 2, "pengaduan@kpu.go.id");
        await drawer.Press("Susun dari insiden");
        drawer.WaitForAssertion(() => Text(drawer, 1).ShouldContain("Akses ditutup."));
        Text(drawer, 1).ShouldNotContain("Lebih ketat.");
        Text(drawer, 1).ShouldNotContain("Hanya untuk KPU.");
        Text(drawer, 0).ShouldStartWith("Diduga terjadi kegagalan");
        drawer.FindAll(".notice-form__data input").Count(i => i.HasAttribute("checked")).ShouldBe(1);

        await drawer.Submit(".notice-form form");
        var notice = (await State()).Obligations.Values.Single().Notice!;
        (notice.Version, notice.Text.Contact).ShouldBe((1, "pengaduan@kpu.go.id"));
        notice.Text.Categories.ShouldBe([DataCategory.NationalId]);
        drawer.WaitForAssertion(() => drawer.FindAll(".required__one--there").Count.ShouldBe(3));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_section_and_nothing_typed_goes()
    {
        var drawer = await Writing(await Record(kpu));
        await Fill(drawer, 0, "Pada 27 November.");
        await drawer.Submit(".notice-form form");
        drawer.FindAll(".field__error").Count.ShouldBe(2);
        drawer.FindAll(".notice-form__error").Count.ShouldBe(1);
        Text(drawer, 0).ShouldBe("Pada 27 November.");
        (await State()).Obligations.Values.Single().Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_version_meanwhile_stands_above_and_mine_is_still_there()
    {
        var obligation = await Record(kpu);
        var drawer = await Writing(obligation);
        await drawer.Choose(".notice-form__data input", true);
        foreach (var (which, text) in new[] { "Saya: kapan.", "Saya: upaya.", "Saya: kontak." }.Index())
            await Fill(drawer, which, text);
        await Node.Accept(Incident, People.Coordinator, ACommand.WriteNotice(obligation));
        await drawer.Submit(".notice-form form");
        drawer.WaitForAssertion(() => drawer.Find(".notice-form__theirs").Text().ShouldContain("Diduga terungkap pada 27 November 2023."));
        drawer.Find(".notice-form__theirs [role=alert]").Text().ShouldContain("Tulisan Anda masih ada");
        Text(drawer, 1).ShouldBe("Saya: upaya.");
        (await State()).Obligations[obligation].Notices.Length.ShouldBe(1);

        drawer.WaitForAssertion(() => drawer.Buttons(".notice-form").ShouldContain("Simpan versi 2"));
        await drawer.Submit(".notice-form form");
        (await State()).Obligations[obligation].Notice!.Text.Handling.ShouldBe("Saya: upaya.");
        drawer.WaitForAssertion(() => drawer.Find(".more__button").Text().ShouldBe("Versi sebelumnya 1"));
    }

    [Fact]
    public async Task A_second_person_reviews_what_they_read()
    {
        var obligation = await Record(kpu);
        await Node.Accept(Incident, kpu, ACommand.WriteNotice(obligation));
        var (writer, second) = (Open(kpu, obligation.Text), Open(People.Coordinator, obligation.Text));
        writer.Buttons(".drawer__foot").ShouldNotContain("Reviu pemberitahuan");
        writer.Find(".notice__state").Text().ShouldBe("Menunggu reviu orang kedua: narahubung Komisi Pemilihan Umum atau koordinator, selain Liaison 1 (KPU) yang menulisnya.");

        await second.Press("Reviu pemberitahuan");
        await Node.Accept(Incident, kpu, ACommand.WriteNotice(obligation, basedOn: 1));
        await second.Submit(".drawer__foot form");
        second.WaitForAssertion(() => second.Find(".drawer__foot [role=alert]:not(:empty)").Text().ShouldContain("diubah orang lain"));
        await second.Press("Batal");
        await second.Press("Reviu pemberitahuan");
        await second.Submit(".drawer__foot form");
        (await State()).Obligations[obligation].Notice!.ReviewedBy.ShouldBe(People.Coordinator.Person);
        writer.WaitForAssertion(() => writer.Find(".notice__state").Text().ShouldStartWith("Direviu Coordinator 1 (KPU)"));
    }

    static Task Fill(IRenderedComponent<LiveRoom> drawer, int which, string text) =>
        drawer.InvokeAsync(() => drawer.FindAll(".notice-form textarea")[which].InputAsync(new() { Value = text }));

    static string Text(IRenderedComponent<LiveRoom> drawer, int which) => drawer.FindAll(".notice-form textarea")[which].GetAttribute("value") ?? "";

    async Task<IRenderedComponent<LiveRoom>> Writing(Reference obligation)
    {
        var drawer = Open(kpu, obligation.Text);
        await drawer.Press("Tulis pemberitahuan");
        return drawer;
    }
}
