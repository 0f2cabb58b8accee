using IncidentHub.Access;
using IncidentHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.App;

public class SettingsTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_zone_on_the_account_is_that_of_every_page_and_browser_of_this_person_and_of_nobody_else()
    {
        var preferences = product.Services.GetRequiredService<Preferences>();
        using var mine = await product.SignedIn(People.Coordinator);
        using var other = await product.SignedIn(People.Auditor);
        (await mine.GetStringAsync("/pengaturan")).ShouldContain("data-suffix=\"WIB\"");
        await preferences.SetTimeZone(People.Coordinator.Person, "Asia/Makassar");
        (await mine.GetStringAsync("/")).ShouldContain("data-suffix=\"WITA\"");
        using var again = await product.SignedIn(People.Coordinator);
        (await again.GetStringAsync("/insiden/baru")).ShouldContain(">WITA<");
        (await other.GetStringAsync("/")).ShouldContain("data-suffix=\"WIB\"");
    }
}
