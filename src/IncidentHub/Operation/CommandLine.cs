using System.CommandLine;
using System.Globalization;
using IncidentHub.Demo;
using IncidentHub.Log;
using IncidentHub.Storage;
using Command = System.CommandLine.Command;

namespace IncidentHub.Operation;

/// <summary>
/// What the program can be asked to do: serve (nothing named), <c>verify</c>, <c>migrate</c>, <c>reindex</c>, <c>account add|disable</c>,
/// <c>briefing pdf</c>.
/// Exit codes: 0 done, 1 a check failed or a command was refused, 2 it can't start or wasn't understood.
/// </summary>
public static class CommandLine
{
    /// <param name="console">Where it speaks, if not on the console.</param>
    public static async Task<int> Run(string[] args, Func<DemoRequest, WebApplication> build, InvocationConfiguration? console = null)
    {
        var demo = new DemoOptions();
        // Settings such as --urls or --environment=… are the configuration's, not ours.
        var root = new RootCommand("IncidentHub: one incident, one timeline, all agencies.") { TreatUnmatchedTokensAsErrors = false };
        demo.AddTo(root);
        root.SetAction(async (parsed, _) =>
        {
            if (parsed.UnmatchedTokens is [var first, ..] && !first.StartsWith('-'))
                throw new StartupRefusedException($"'{first}' is no command of IncidentHub; see --help.");
            await Serve(build(demo.Read(parsed)));
            return 0;
        });
        root.Subcommands.Add(Command("verify", "Check every chain of the log.", demo, build, Verify));
        root.Subcommands.Add(Command("migrate", "Bring the database's schema to this program's version.", demo, build, Migrate));
        root.Subcommands.Add(Command("reindex", "Write the index of the log anew, with the product stopped.", demo, build, Reindex));
        root.Subcommands.Add(new Command("account", "Open and close accounts.")
        {
            AccountCommands.Add((name, description, run) => Command(name, description, demo, build, run)),
            AccountCommands.Disable((name, description, run) => Command(name, description, demo, build, run)),
        });
        root.Subcommands.Add(new Command("briefing", "Briefings for the commission.") { BriefingCommands.Pdf((name, description, run) => Command(name, description, demo, build, run)) });
        try
        {
            console ??= new InvocationConfiguration();
            console.EnableDefaultExceptionHandler = false;
            return await root.Parse(args).InvokeAsync(console);
        }
        catch (StartupRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }

    static async Task Serve(WebApplication app)
    {
        await using (app)
        {
            using var folder = await Startup.Prepare(app);
            await app.RunAsync();
        }
    }

    static async Task<int> Verify(WebApplication app, ParseResult parsed)
    {
        await app.Services.GetRequiredService<SchemaMigrator>().RequireCurrent();
        var report = await app.Services.GetRequiredService<LogVerifier>().Verify();
        Console.WriteLine($"Checked {report.Entries} entries of {report.Incidents} incidents in {Place(app)}: numbers, commitments, links, bodies, heads.");
        foreach (var fault in report.Faults)
            Console.WriteLine($"FAULT: incident {fault.Incident}, entry {fault.Number} {fault.What}.");
        Console.WriteLine(report.Faults.Count == 0 ? "All chains hold." : $"{report.Faults.Count} faults.");
        return report.Faults.Count == 0 ? 0 : 1;
    }

    static async Task<int> Migrate(WebApplication app, ParseResult parsed)
    {
        await app.Services.GetRequiredService<SchemaMigrator>().Migrate();
        Console.WriteLine($"The schema of {Place(app)} is this program's.");
        return 0;
    }

    static async Task<int> Reindex(WebApplication app, ParseResult parsed)
    {
        using var folder = await Startup.Prepare(app);
        var count = await app.Services.GetRequiredService<IncidentLog>().RebuildIndex();
        await app.Services.GetRequiredService<SchemaMigrator>().Analyze();
        Console.WriteLine($"Wrote the index of {count} entries anew in {Place(app)}.");
        return 0;
    }

    static Command Command(string name, string description, DemoOptions demo, Func<DemoRequest, WebApplication> build, Func<WebApplication, ParseResult, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction(async (parsed, _) =>
        {
            await using var app = build(demo.Read(parsed));
            return await run(app, parsed);
        });
        return command;
    }

    sealed class DemoOptions
    {
        readonly Option<bool> demo = new("--demo") { Description = "Work on the demo database, and fill it with the scenario of 2023.", Recursive = true };
        readonly Option<string?> asOf = new("--demo-as-of") { Description = "The demo as it stood then, in WIB: \"2023-12-04 10:15\".", Recursive = true };
        readonly Option<double?> replay = new("--demo-replay") { Description = "The case plays live, so many times as fast: 600 is ten minutes a second.", Recursive = true };

        public void AddTo(Command root)
        {
            root.Options.Add(demo);
            root.Options.Add(asOf);
            root.Options.Add(replay);
        }

        public DemoRequest Read(ParseResult parsed)
        {
            var (at, speed) = (Time(parsed.GetValue(asOf)), parsed.GetValue(replay));
            if (at is not null && speed is not null)
                throw new StartupRefusedException("--demo-as-of and --demo-replay can't be had together.");
            if (speed is <= 0 or > 1_000_000)
                throw new StartupRefusedException("--demo-replay takes a speed between 0 and 1,000,000, such as 600.");
            return new DemoRequest(parsed.GetValue(demo) || at is not null || speed is not null, at, speed);
        }

        static DateTimeOffset? Time(string? text) =>
            text is null ? null
            : DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new DateTimeOffset(local, TimeSpan.FromHours(7))
            : throw new StartupRefusedException($"'{text}' is no time: --demo-as-of takes WIB as \"2023-12-04 10:15\".");
    }

    static string Place(WebApplication app) =>
        app.Services.GetRequiredService<StorageOptions>() is { Provider: DatabaseProvider.Sqlite } sqlite ? sqlite.LogFile : "PostgreSQL";
}
