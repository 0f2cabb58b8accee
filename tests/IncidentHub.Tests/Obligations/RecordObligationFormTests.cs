using Bunit;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Obligations;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Obligations;

public class RecordObligationFormTests : RoomScreens
{
    static readonly Actor kpu = People.LiaisonOf("KPU");

    [Fact]
    public async Task With_a_basis_the_clock_starts_at_once_and_the_form_says_until_when()
    {
        var form = Open(kpu, ObjectLinks.NewObligation);
        form.Find(".clock-preview").Text().ShouldContain("Belum diputuskan");
        await form.Type("textarea", "Diputuskan rapat pimpinan.");
        form.Find(".clock-preview").Text().ShouldContain("tenggatnya 01/12/2023 10.15 WIB");
        await form.Submit("form");

        var obligation = (await State()).Obligations.Values.ShouldHaveSingleItem();
        (obligation.State, obligation.Agency, obligation.Basis).ShouldBe((ObligationState.Running, kpu.Agency, "Diputuskan rapat pimpinan."));
        Done.ShouldBe(1);
    }

    [Fact]
    public async Task Undecided_it_awaits_its_basis()
    {
        var form = Open(kpu, ObjectLinks.NewObligation);
        await form.Submit("form");
        (await State()).Obligations.Values.ShouldHaveSingleItem().State.ShouldBe(ObligationState.AwaitingBasis);
    }

    [Fact]
    public async Task A_rule_that_is_not_in_force_then_is_said_and_refused_and_what_was_typed_stays()
    {
        var form = Open(kpu, ObjectLinks.NewObligation);
        await form.Choose("select", "bssn-1-2024-15");
        form.Find(".rule-facts__warning").Text().ShouldContain("belum berlaku pada waktu itu; berlaku sejak 1 Januari 2024");
        form.Find(".rule-facts").Text().ShouldContain("24 jam (jam kalender, hari libur dihitung)");
        await form.Type("textarea", "Ditemukan BSSN.");
        await form.Submit("form");
        form.Find("[role=alert]:not(:empty)").Text().ShouldContain("tidak berlaku pada waktu itu");
        form.Find("textarea").GetAttribute("value").ShouldBe("Ditemukan BSSN.");
        (await State()).Obligations.ShouldBeEmpty();
        // And through a reload.
        Open(kpu, ObjectLinks.NewObligation).Find("textarea").GetAttribute("value").ShouldBe("Ditemukan BSSN.");
    }

    [Fact]
    public async Task A_superseded_rule_says_by_what_and_hinders_nobody()
    {
        var form = Open(kpu, ObjectLinks.NewObligation);
        await form.Choose("select", "permenkominfo-20-2016-28");
        form.Find(".rule-facts__warning").Text().ShouldContain("digantikan oleh UU 27/2022 Pasal 46");
        await form.Submit("form");
        (await State()).Obligations.Values.ShouldHaveSingleItem().Hours.ShouldBe(336);
    }

    [Fact]
    public async Task A_moment_before_the_year_2000_is_said_at_its_field()
    {
        var form = Open(kpu, ObjectLinks.NewObligation);
        await form.InvokeAsync(() => form.FindComponent<DateTimeField>().Instance.ValueChanged.InvokeAsync(new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        await form.Submit("form");
        form.Find(".field__error").Text().ShouldContain("terlalu lampau");
        (await State()).Obligations.ShouldBeEmpty();
    }

    [Fact]
    public void One_speaks_for_ones_own_agency_and_a_coordinator_for_every_one()
    {
        Agencies(People.LiaisonOf("BSSN")).ShouldBe(["BSSN"]);
        Agencies(People.Coordinator).Count.ShouldBe(5);
        Open(People.Auditor, ObjectLinks.NewObligation).Markup.ShouldContain("tidak tersedia bagi Anda");
    }

    IReadOnlyList<string?> Agencies(Actor who) => [.. Open(who, ObjectLinks.NewObligation).FindAll("select")[1].QuerySelectorAll("option").Select(o => o.GetAttribute("value"))];
}
