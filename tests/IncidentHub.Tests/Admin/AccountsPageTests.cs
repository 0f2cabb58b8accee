using Bunit;
using IncidentHub.Admin;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Admin;

public class AccountsPageTests : ComponentTestInARoom
{
    [Fact]
    public async Task A_new_password_is_shown_once()
    {
        var page = Page();
        await page.Press("Akun baru");
        await page.Choose("form input[type=text]", "Tim Siber");
        await page.Choose("form input[type=email]", "tim.siber@test.invalid");
        await page.Choose("select", "BARESKRIM", which: 1);
        await page.Choose("select", "KPU", which: 2);
        await page.Submit("form");
        page.WaitForAssertion(() => page.Find("code").TextContent.Length.ShouldBe(23));
        var password = page.Find("code").TextContent;
        page.WaitForAssertion(() => Read(page).ShouldContain("Tim Siber tim.siber@test.invalid Bareskrim Polri, ditempatkan di Komisi Pemilihan Umum Narahubung Aktif"));
        await page.Press("Sudah dicatat");
        page.Markup.ShouldNotContain(password);
        Page().Markup.ShouldNotContain(password);
    }

    [Fact]
    public async Task Bad_input_says_why_and_what_was_typed_stays()
    {
        var page = Page();
        await page.Press("Akun baru");
        await page.Choose("form input[type=email]", "bukan surel");
        await page.Submit("form");
        Read(page.Find("form")).ShouldContain("Nama wajib diisi.");
        Read(page.Find("form")).ShouldContain("Tulis alamat surel seperti nama@instansi.go.id.");
        page.Find("form input[type=email]").GetAttribute("value").ShouldBe("bukan surel");
        await page.Choose("form input[type=text]", "Kembar");
        await page.Choose("form input[type=email]", Support.Database.EmailOf(People.Auditor));
        await page.Submit("form");
        page.WaitForAssertion(() => Read(page.Find("form")).ShouldContain("Alamat surel itu sudah dipakai akun lain."));
    }

    [Fact]
    public async Task The_last_administrator_cannot_lock_herself_out()
    {
        var page = Page();
        await page.Press("Ubah akun Administrator 1 (BSSN)");
        await page.Press("Kunci akun");
        page.WaitForAssertion(() => Read(page).ShouldContain("Ini administrator aktif terakhir. Angkat administrator lain dahulu."));
        await page.Choose("select", "Liaison");
        await page.Submit("form");
        page.WaitForAssertion(() => page.FindAll(".errors__one").Count.ShouldBe(2));
    }

    [Fact]
    public async Task Who_is_locked_is_seen_to_be_and_can_be_let_in_again()
    {
        var page = Page();
        await page.Press("Ubah akun Auditor 1 (BPK)");
        await page.Press("Kunci akun");
        page.WaitForAssertion(() => page.FindAll(".account--locked").ShouldHaveSingleItem().Text().ShouldContain("Dikunci"));
        page.WaitForAssertion(() => Read(page.Find("[aria-labelledby=h-trail]")).ShouldContain("mengunci akun Auditor 1 (BPK)"));
        await page.Press("Ubah akun Auditor 1 (BPK)");
        await page.Press("Buka kunci akun");
        page.WaitForAssertion(() => page.FindAll(".account--locked").ShouldBeEmpty());
    }

    [Fact]
    public async Task It_is_searched_by_name_address_or_agency_and_the_address_keeps_it()
    {
        var page = Page();
        var all = page.FindAll(".account").Count;
        foreach (var (typed, found) in new[] { ("auditor", "Auditor 1 (BPK)"), (Support.Database.EmailOf(People.Auditor).ToUpperInvariant(), "Auditor 1 (BPK)"), ("bareskrim polri liaison", "Liaison 1 (BARESKRIM)") })
        {
            await page.Choose("input[type=search]", typed);
            page.WaitForAssertion(() => page.FindAll(".account__name").ShouldHaveSingleItem().Text().ShouldStartWith(found));
        }
        var address = Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>();
        address.Uri.ShouldEndWith("?q=bareskrim%20polri%20liaison");
        await page.Choose("input[type=search]", "tidak ada yang begini");
        page.WaitForAssertion(() => page.Find("[role=status]").Text().ShouldBe("Tidak ada akun yang cocok."));
        await page.Choose("input[type=search]", " ");
        page.WaitForAssertion(() => page.FindAll(".account").Count.ShouldBe(all));
        address.Uri.ShouldNotContain("q=");
    }

    IRenderedComponent<AccountsPage> Page()
    {
        var page = Render<AccountsPage>(p => p.AddCascadingValue(People.Administrator).AddCascadingValue(Zone));
        page.WaitForElement("ul");
        return page;
    }
}
