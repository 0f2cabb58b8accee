using System.CommandLine;
using IncidentHub.Access;
using IncidentHub.Admin;
using IncidentHub.Demo;
using IncidentHub.Log;
using IncidentHub.Operation;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.Operation;

public sealed class AccountCommandsOnSqlite() : AccountCommandsTests(Database.OnSqlite);

public sealed class AccountCommandsOnPostgres(PostgresServer server) : AccountCommandsTests(() => Database.OnPostgres(server));

/// <summary>What the command line does to accounts leaves the trace that administrators leave, and keeps to their rules.</summary>
public abstract class AccountCommandsTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly string[] opening = ["account", "add", "baru@test.invalid", "--name", "Tim Siber", "--role", "Liaison", "--agency", "BARESKRIM"];

    [Fact]
    public async Task An_account_is_opened_with_a_password_and_a_trace()
    {
        var (code, said) = await Run(opening);
        code.ShouldBe(0, said);
        said.ShouldStartWith("Account opened. Password (shown only now): ");
        (await Node.Get<AccountDirectory>().All()).Single(a => a.Email == "baru@test.invalid").Agency.Code.ShouldBe("BARESKRIM");
        (await Traces()).ShouldBe([(Guid.Empty, "baris perintah", "AccountOpened", "Tim Siber (baru@test.invalid)", "BARESKRIM", "Liaison")]);
    }

    [Theory]
    [InlineData("--agency", "TIDAKADA", "There is no such agency. There are: KPU, BSSN, BARESKRIM, BIN, KOMINFO, KEMENDAGRI, BPK, DPR.")]
    [InlineData("--role", "Wall", "Nobody signs in as a wall or as the system.")]
    [InlineData("--name", " ", "A name is one line of 1 to 100 characters.")]
    public async Task What_is_refused_is_said_in_one_sentence_and_leaves_nothing(string option, string value, string sentence)
    {
        string[] asked = [.. opening];
        asked[Array.IndexOf(asked, option) + 1] = value;
        (await Run(asked)).ShouldBe((1, sentence));
        string[] nowhere = ["account", "add", "baru@", .. opening[3..]];
        (await Run(nowhere)).ShouldBe((1, "That is no e-mail address to sign in with."));
        (await Traces()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Disabling_ends_the_sessions_and_leaves_a_trace_once()
    {
        var bssn = People.LiaisonOf("BSSN");
        var session = await Node.Get<Sessions>().Start(bssn.Person);
        (await Run("account", "disable", Database.EmailOf(bssn).ToUpperInvariant())).ShouldBe((0, "Account disabled."));
        (await Node.Get<Sessions>().IsAlive(session)).ShouldBeFalse();
        (await Run("account", "disable", Database.EmailOf(bssn))).ShouldBe((1, "It is disabled already."));
        (await Run("account", "disable", "tidakada@test.invalid")).ShouldBe((1, "There is no such account."));
        (await Traces()).ShouldBe([(Guid.Empty, "baris perintah", "AccountLocked", $"{bssn.Name} ({Database.EmailOf(bssn)})", null, null)]);
    }

    [Fact]
    public async Task The_last_active_administrator_stays()
    {
        (await Run("account", "disable", Database.EmailOf(People.Administrator))).ShouldBe((1, "This is the last active administrator; appoint another one first."));
        (await Node.Get<IncidentHub.Access.People>().Find(People.Administrator.Person)).ShouldNotBeNull();
        (await Traces()).ShouldBeEmpty();
    }

    async Task<(int Code, string Said)> Run(params string[] args)
    {
        using var said = new StringWriter();
        var code = await CommandLine.Run(args, Build, new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString().Trim());
    }

    WebApplication Build(DemoRequest request)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton<TimeProvider>(Clock).AddStorage(Database.Options).AddLog().AddAccess().AddAdmin().AddUi();
        return builder.Build();
    }

    async Task<IReadOnlyList<(Guid Account, string Name, string Deed, string Subject, string? Before, string? After)>> Traces()
    {
        await using var context = await Node.Get<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        return [.. (await context.AdminActions.OrderBy(a => a.At).ToListAsync()).Select(a => (a.AccountId, a.Name, a.Deed, a.Subject, a.Before, a.After))];
    }
}
