using IncidentHub.Access;
using IncidentHub.Admin;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.App;

/// <summary>What a page knows of its reader beyond the cookie.</summary>
public class SettingsTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_zone_on_the_account_is_that_of_every_page_and_browser_of_this_person_and_of_nobody_else()
    {
        var readers = product.Services.GetRequiredService<Readers>();
        using var mine = await product.SignedIn(People.Coordinator);
        using var other = await product.SignedIn(People.Auditor);
        (await mine.GetStringAsync("/pengaturan")).ShouldContain("data-suffix=\"WIB\"");
        await readers.SetTimeZone(People.Coordinator.Person, "Asia/Makassar");
        (await mine.GetStringAsync("/")).ShouldContain("data-suffix=\"WITA\"");
        using var again = await product.SignedIn(People.Coordinator);
        (await again.GetStringAsync("/insiden/baru")).ShouldContain(">WITA<");
        (await other.GetStringAsync("/")).ShouldContain("data-suffix=\"WIB\"");
    }

    [Fact]
    public async Task A_renamed_agency_is_called_by_its_new_name_on_the_next_page_of_whoever_is_signed_in()
    {
        using var browser = await product.SignedIn(People.LiaisonOf("BIN"));
        var incident = (await product.Services.GetRequiredService<Desk>().Open(ACommand.OpenWithTeam(), People.Coordinator)).ShouldBeOfType<Outcome.Done>().Incident;
        (await browser.GetStringAsync($"/insiden/{incident}")).ShouldContain("Tulis entri sebagai Badan Intelijen Negara");
        (await product.Services.GetRequiredService<AdminDesk>().Submit(new RenameAgency("BIN", "BIN RI", new DateOnly(2023, 1, 1)), People.Administrator)).ShouldBeOfType<AdminOutcome.Done>();
        (await browser.GetStringAsync($"/insiden/{incident}")).ShouldContain("Tulis entri sebagai BIN RI");
    }
}
