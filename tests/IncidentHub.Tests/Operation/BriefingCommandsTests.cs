using System.CommandLine;
using IncidentHub.Access;
using IncidentHub.App;
using IncidentHub.Briefings;
using IncidentHub.Demo;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Obligations;
using IncidentHub.Operation;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Operation;

/// <summary>A frozen edition as a file, from the command line.</summary>
public sealed class BriefingCommandsTests() : DatabaseTests(Database.OnSqlite)
{
    const string Chromium = "/usr/bin/chromium";
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("incidenthub-pdf-test-");

    string File_ => Path.Combine(folder.FullName, "paparan.pdf");

    public override ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return base.DisposeAsync();
    }

    [Fact]
    public async Task An_edition_is_written_as_a_PDF()
    {
        var incident = await Briefed();
        var state = await Node.StateOf(incident);
        var (code, said) = await Run(Chromium, "R-01", "--out", File_);
        said.ShouldBe($"Wrote {File_}: R-01 of {state.Reference}, SHA-256 {state.LastEdition!.Sha256}.");
        code.ShouldBe(0);
        (await File.ReadAllTextAsync(File_)).ShouldStartWith("%PDF-");
    }

    [Fact]
    public async Task Of_several_incidents_one_must_be_named()
    {
        var (one, other) = (await Node.StateOf(await Briefed()), await Node.StateOf(await Briefed("Insiden kedua")));
        var (code, said) = await Run(Chromium, "R-01", "--out", File_);
        code.ShouldBe(1);
        said.ShouldStartWith("Several incidents have an edition R-01; name one by --incident: ");
        foreach (var state in new[] { one, other })
            said.ShouldContain($"{state.Reference} ({state.Title})");
        File.Exists(File_).ShouldBeFalse();
        (await Run(Chromium, "R-01", "--incident", other.Reference.Text, "--out", File_)).Said.ShouldContain($"R-01 of {other.Reference}");
    }

    [Theory]
    [InlineData("R-02")]
    [InlineData("R-1")]
    [InlineData("B-01")]
    public async Task An_edition_that_is_not_there_is_said_to_be_none(string edition)
    {
        var incident = await Briefed();
        // A draft is no edition.
        await Node.Approve(incident, await Node.Compose(incident));
        (await Run(Chromium, edition, "--out", File_)).ShouldBe((1, $"There is no frozen edition {edition}."));
        (await Run(Chromium, "R-01", "--incident", "INS-00000000")).ShouldBe((1, "There is no frozen edition R-01."));
        File.Exists(File_).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_Chromium_it_says_what_to_do()
    {
        await Briefed();
        var (code, said) = await Run("/tidak/ada", "R-01", "--out", File_);
        (code, said).ShouldBe((1, "There is no Chromium here to make a PDF with; name one by Pdf:Chromium, or print the page from a browser."));
        File.Exists(File_).ShouldBeFalse();
    }

    async Task<IncidentId> Briefed(string title = "Dugaan kebocoran DPT")
    {
        var incident = await Node.Open(ACommand.OpenWithTeam() with { Title = title });
        await Node.Release(incident);
        await Node.Brief(incident);
        return incident;
    }

    async Task<(int Code, string Said)> Run(string chromium, params string[] args)
    {
        using var said = new StringWriter();
        var code = await CommandLine.Run(["briefing", "pdf", .. args], _ => Build(chromium), new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString().Trim());
    }

    WebApplication Build(string chromium)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "IncidentHub", ContentRootPath = Repository.Root });
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration["Pdf:Chromium"] = chromium;
        builder.Services.AddSingleton<TimeProvider>(Clock).AddStorage(Database.Options).AddLog().AddAccess().AddSingleton(RuleBook.Load(RuleBook.Shipped));
        builder.Services.AddRooms(Database.Options).AddBriefings(builder.Configuration).AddUi();
        builder.Services.AddApp(builder.Environment);
        return builder.Build();
    }
}
