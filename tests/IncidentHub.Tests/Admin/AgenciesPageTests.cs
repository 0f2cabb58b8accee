using Bunit;
using IncidentHub.Admin;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;

namespace IncidentHub.Tests.Admin;

public class AgenciesPageTests : ComponentTestInARoom
{
    [Fact]
    public async Task What_the_date_will_mean_is_said_before_it_is_sent()
    {
        var page = Page();
        await page.Press("Ganti nama Kementerian Komunikasi dan Informatika");
        Read(page.Find("[role=status]")).ShouldStartWith("Entri yang ditulis mulai sekarang memakai nama baru.");
        await page.Choose("input[type=date]", "2022-01-01");
        Read(page.Find("[role=status]")).ShouldStartWith("Berlaku surut sejak 01/01/2022");
        await page.Choose("input[type=date]", "2024-10-21");
        Read(page.Find("[role=status]")).ShouldBe("Nama baru dipakai mulai 21/10/2024. Sampai saat itu semua entri memakai Kementerian Komunikasi dan Informatika.");
    }

    [Fact]
    public async Task What_is_refused_says_why_beside_its_field_and_what_was_typed_stays()
    {
        var page = Page();
        await page.Press("Instansi baru");
        await page.Choose("form input[type=text]", "kemlu");
        await page.Submit("form");
        Read(page.Find("form")).ShouldContain("Kode terdiri dari 2 sampai 20 huruf besar");
        Read(page.Find("form")).ShouldContain("Nama wajib diisi.");
        page.Find("form input").GetAttribute("value").ShouldBe("kemlu");
        await page.Choose("form input[type=text]", "KPU");
        await page.Choose("form input[type=text]", "Lain", which: 1);
        await page.Submit("form");
        page.WaitForAssertion(() => Read(page.Find("form")).ShouldContain("Kode itu sudah dipakai instansi lain."));
        page.Find("form input").GetAttribute("value").ShouldBe("KPU");
    }

    [Fact]
    public async Task A_name_to_come_stands_in_the_history_and_the_trace_tells_who()
    {
        var page = Page();
        await page.Press("Ganti nama Kementerian Komunikasi dan Informatika");
        await page.Choose("form input[type=text]", "Komdigi");
        await page.Choose("input[type=date]", "2024-10-21");
        await page.Submit("form");
        page.WaitForAssertion(() => page.FindAll("form").ShouldBeEmpty());
        Read(page.Find("[aria-labelledby=agency-KOMINFO]")).ShouldBe("sejak awal Kementerian Komunikasi dan Informatika sekarang sejak 21/10/2024 Komdigi akan datang");
        page.WaitForAssertion(() => Read(page.Find("[aria-labelledby=h-trail]")).ShouldContain("28/11/2023 10.15 WIB Administrator 1 (BSSN) mengganti nama KOMINFO"));
    }

    IRenderedComponent<AgenciesPage> Page()
    {
        var page = Render<AgenciesPage>(p => p.AddCascadingValue(People.Administrator).AddCascadingValue(Zone));
        page.WaitForElement("ul");
        return page;
    }
}
