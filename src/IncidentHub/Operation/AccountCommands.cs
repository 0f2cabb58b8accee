using System.CommandLine;
using IncidentHub.Access;
using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Command = System.CommandLine.Command;

namespace IncidentHub.Operation;

/// <summary><c>account add</c> and <c>account disable</c>: the administrators' own commands, under the same rules and with the same trace.</summary>
static class AccountCommands
{
    public delegate Command Make(string name, string description, Func<WebApplication, ParseResult, Task<int>> run);

    public static Command Add(Make make)
    {
        var email = new Argument<string>("email");
        var name = new Option<string>("--name") { Required = true, Description = "As colleagues of other agencies read it." };
        var role = new Option<Role>("--role") { Required = true, Description = "Coordinator, Liaison, CommissionObserver, Auditor or Administrator." };
        var agency = new Option<string>("--agency") { Required = true, Description = "The agency's code, such as KPU." };
        var add = make("add", "Open an account; prints its password once.", async (app, parsed) =>
        {
            await Prepare(app);
            var outcome = await Desk(app).SubmitFromCommandLine(new OpenAccount(parsed.GetValue(email)!, parsed.GetValue(name)!, parsed.GetValue(role), parsed.GetValue(agency)!, SeatedAt: null));
            return await Tell(app, parsed, outcome, done => $"Account opened. Password (shown only now): {done.Password}");
        });
        add.Arguments.Add(email);
        foreach (var option in new Option[] { name, role, agency })
            add.Options.Add(option);
        return add;
    }

    public static Command Disable(Make make)
    {
        var email = new Argument<string>("email");
        var disable = make("disable", "Close an account: no sign-in, and its open pages end within a second.", async (app, parsed) =>
        {
            await Prepare(app);
            var account = (await app.Services.GetRequiredService<AccountDirectory>().All()).FirstOrDefault(a => string.Equals(a.Email, parsed.GetValue(email), StringComparison.OrdinalIgnoreCase));
            var outcome = account is null ? AdminRefusal.NoSuchAccount : await Desk(app).SubmitFromCommandLine(new LockAccount(account.Id, IsLocked: true));
            return await Tell(app, parsed, outcome, _ => "Account disabled.");
        });
        disable.Arguments.Add(email);
        return disable;
    }

    static AdminDesk Desk(WebApplication app) => app.Services.GetRequiredService<AdminDesk>();

    static async Task Prepare(WebApplication app)
    {
        await app.Services.GetRequiredService<SchemaMigrator>().Prepare();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Accounts>().EnsureAgencies();
    }

    static async Task<int> Tell(WebApplication app, ParseResult parsed, AdminOutcome outcome, Func<AdminOutcome.Done, string> said)
    {
        if (outcome is AdminOutcome.Done done)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(said(done));
            return 0;
        }
        await parsed.InvocationConfiguration.Error.WriteLineAsync(outcome switch
        {
            AdminOutcome.Refused { Why: AdminRefusal.NoSuchAgency } => $"There is no such agency. There are: {string.Join(", ", (await app.Services.GetRequiredService<AgencyDirectory>().All()).Select(a => a.Id.Code))}.",
            AdminOutcome.Refused { Why: AdminRefusal.NoSuchAccount } => "There is no such account.",
            AdminOutcome.Refused { Why: AdminRefusal.LastAdministrator } => "This is the last active administrator; appoint another one first.",
            AdminOutcome.Refused { Why: AdminRefusal.AlreadySo } => "It is disabled already.",
            AdminOutcome.Refused { Why: AdminRefusal.EmailTaken } => "Another account has that e-mail address.",
            AdminOutcome.Refused { Why: AdminRefusal.EmailUnusable } or AdminOutcome.Invalid { Codes: [AdminCode.EmailShape, ..] } => "That is no e-mail address to sign in with.",
            AdminOutcome.Invalid { Codes: [ValidationCode.UnknownValue, ..] } => "Nobody signs in as a wall or as the system.",
            AdminOutcome.Invalid => "A name is one line of 1 to 100 characters.",
            AdminOutcome.Unavailable unavailable => $"The database can't be used ({unavailable.Fault}).",
            _ => outcome.ToString(),
        });
        return 1;
    }
}
