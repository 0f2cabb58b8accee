using System.Net;
using System.Text.RegularExpressions;
using IncidentHub.Domain;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Access;

public partial class SignInTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Whoever_may_not_come_in_gets_one_answer()
    {
        var disabled = People.LiaisonOf("KOMINFO");
        var locked = People.LiaisonOf("BIN");
        await Change(disabled, account => account.IsDisabled = true);
        await Change(locked, account => account.LockoutEnd = DateTimeOffset.UtcNow.AddHours(1));

        var unknown = await Answer("siapa@test.invalid", Database.Password);
        unknown.Status.ShouldBe(HttpStatusCode.OK);
        unknown.Page.ShouldContain("error", Case.Insensitive);
        unknown.HasSession.ShouldBeFalse();
        foreach (var (email, password) in new[]
        {
            (Database.EmailOf(People.Coordinator), "kata sandi yang salah"), (Database.EmailOf(disabled), Database.Password), (Database.EmailOf(locked), Database.Password),
            (Database.EmailOf(disabled), "kata sandi yang salah"), (Database.EmailOf(locked), "kata sandi yang salah"), ("", ""), ("' OR 1=1 --", "x"),
        })
        {
            (await Answer(email, password)).ShouldBe(unknown, email);
        }
    }

    [Fact]
    public async Task After_eight_wrong_tries_the_right_password_does_not_help_either()
    {
        var person = People.LiaisonOf("BARESKRIM");
        using var browser = product.Browser();
        for (var i = 0; i < 8; i++)
            (await Product.SignIn(browser, Database.EmailOf(person), "salah")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Product.SignIn(browser, Database.EmailOf(person), Database.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task With_the_right_password_one_is_in_and_out_again_after_signing_out()
    {
        using var browser = await product.SignedIn(People.LiaisonOf("KPU"));
        var page = await browser.GetStringAsync("/");
        page.ShouldContain(People.LiaisonOf("KPU").Name);
        using var signedOut = await browser.PostAsync("/keluar", Product.FormOf(page));
        signedOut.Headers.Location!.OriginalString.ShouldBe("/masuk");
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        using var browser = product.Browser();
        using var answer = await browser.PostAsync("/masuk", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["email"] = Database.EmailOf(People.Coordinator), ["password"] = Database.Password,
        }));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    async Task<(HttpStatusCode Status, string Page, bool HasSession)> Answer(string email, string password)
    {
        using var browser = product.Browser();
        using var answer = await Product.SignIn(browser, email, password);
        // The field holds what was typed.
        var page = Typed().Replace(Product.WithoutChance(await answer.Content.ReadAsStringAsync()), "");
        return (answer.StatusCode, page, (await browser.GetAsync("/")).StatusCode is HttpStatusCode.OK);
    }

    [GeneratedRegex("(?<=id=\"email\"[^>]*)value(=\"[^\"]*\")?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Typed();

    async Task Change(Actor actor, Action<Account> change)
    {
        await using var context = await product.Services.GetRequiredService<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        change(await context.Users.SingleAsync(a => a.Id == actor.Person.Value));
        await context.SaveChangesAsync();
    }
}
