using System.Text.RegularExpressions;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>What people type by mistake, or on purpose.</summary>
public partial class BadInputTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task An_empty_entry_is_refused_with_a_sentence()
    {
        var room = await InRoom(DemoAccount.Bin);
        await room.Text.FillAsync("   ");
        await room.Send.ClickAsync();
        await Expect(room.Composer.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Isi wajib ditulis.");
        await Expect(room.Text).ToHaveValueAsync("   ");
        await room.Text.FillAsync("Sekarang ada isinya.");
        await Expect(room.Composer.GetByRole(AriaRole.Alert)).ToBeEmptyAsync();
        await room.Sent();
    }

    [Fact]
    public async Task A_text_beyond_the_limit_is_counted_refused_and_kept()
    {
        var room = await InRoom(DemoAccount.Kpu);
        var text = new string('a', 10_001);
        await room.Text.FillAsync(text);
        await Expect(room.Composer).ToContainTextAsync("10.001 dari 10.000 karakter");
        await room.Send.ClickAsync();
        await Expect(room.Composer.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Isi terlalu panjang; paling banyak 10.000 karakter.");
        await Expect(room.Text).ToHaveValueAsync(text);
        await room.Text.FillAsync(text[1..]);
        await room.Sent();
        await Expect(room.Entry(text[1..])).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("x")]
    [InlineData("語")] // three bytes each
    [InlineData("\"")] // escaped
    public async Task A_huge_paste_does_not_end_the_page(string character)
    {
        var room = await InRoom(DemoAccount.Bareskrim);
        await room.Text.FocusAsync();
        await room.Page.Keyboard.InsertTextAsync(string.Concat(Enumerable.Repeat(character, 20_000)));
        await Expect(room.Composer).ToContainTextAsync("16.000 dari 10.000 karakter");
        await room.Send.ClickAsync();
        await Expect(room.Composer.GetByRole(AriaRole.Alert)).ToContainTextAsync("Isi terlalu panjang");
        await Expect(room.Bar).ToBeHiddenAsync();
        await room.Post("Halaman masih hidup.");
    }

    [Fact]
    public async Task Sending_twice_writes_once()
    {
        var room = await InRoom(DemoAccount.Kominfo);
        await room.Text.FillAsync("Klik ganda.");
        await room.Send.DblClickAsync();
        await Expect(room.Entry("Klik ganda.")).ToBeVisibleAsync();
        await Expect(room.Text).ToHaveValueAsync("");
        await Expect(room.Composer.GetByRole(AriaRole.Alert)).ToBeEmptyAsync();
        await room.Text.FillAsync("Tombol ganda.");
        await room.Text.PressAsync("Control+Enter");
        await room.Text.PressAsync("Control+Enter");
        await Expect(room.Text).ToHaveValueAsync("");
        await room.Post("Sesudah keduanya.");
        await Expect(room.Entry("Klik ganda.")).ToHaveCountAsync(1);
        await Expect(room.Entry("Tombol ganda.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Markup_is_text()
    {
        const string markup = "<script>document.title='diretas'</script><b>tebal</b> <img src=x onerror=\"document.title='diretas'\">";
        var author = await InRoom(DemoAccount.Bssn);
        var reader = await InRoom(DemoAccount.Kpu);
        await author.Post(markup);
        await Expect(reader.Entry("<b>tebal</b>").Locator(".entry__text")).ToHaveTextAsync(markup);
        await reader.Page.ReloadAsync();
        await Expect(reader.Entry("<b>tebal</b>").Locator(".entry__text")).ToHaveTextAsync(markup);
        await reader.Find(markup);
        await Expect(reader.Entry("<b>tebal</b>")).ToBeVisibleAsync();
        (await reader.Page.TitleAsync()).ShouldStartWith(Dpt);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_says_no_more_than_that()
    {
        var nobody = await NewUser(Product.Address);
        await nobody.Page.GotoAsync("/masuk");
        foreach (var email in new[] { DemoAccount.Kpu.Email, "bukan.siapa-siapa@demo.invalid" })
        {
            await nobody.Page.GetByLabel("Surel").FillAsync(email);
            await nobody.Page.GetByLabel("Kata sandi").FillAsync("bukan kata sandinya");
            await nobody.Page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
            await Expect(nobody.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Surel atau kata sandi tidak cocok, atau akun sedang dikunci.");
            await Expect(nobody.Page.GetByLabel("Surel")).ToHaveValueAsync(email);
            await Expect(nobody.Page.GetByLabel("Kata sandi")).ToHaveValueAsync("");
        }
    }

    [Fact]
    public async Task Signing_out_in_one_tab_ends_the_other()
    {
        var room = await InRoom(DemoAccount.Kpu);
        var other = await room.User.Context.NewPageAsync();
        await other.GotoAsync("/");
        await Interactive(other);
        await other.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await Expect(other).ToHaveURLAsync(SignInPage());
        await Expect(room.Page).ToHaveURLAsync(SignInPage());
        await Expect(room.Page.GetByText("data pemilih")).ToHaveCountAsync(0);
    }

    [GeneratedRegex("/masuk", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SignInPage();
}
