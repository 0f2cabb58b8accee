using System.CommandLine;
using IncidentHub.Briefings;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using Command = System.CommandLine.Command;

namespace IncidentHub.Operation;

/// <summary><c>briefing pdf R-02</c>: a frozen edition as a file, also while the product runs.</summary>
static class BriefingCommands
{
    public static Command Pdf(AccountCommands.Make make)
    {
        var edition = new Argument<string>("edition") { Description = "Such as R-02." };
        var incident = new Option<string?>("--incident") { Description = "The incident's reference; needed where several have such an edition." };
        var file = new Option<string?>("--out") { Description = "The file to write; paparan-R-02.pdf where it isn't named." };
        var pdf = make("pdf", "Write a frozen edition as a PDF (with Chromium).", async (app, parsed) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            await app.Services.GetRequiredService<SchemaMigrator>().RequireCurrent();
            var found = await Find(app, parsed.GetValue(edition)!, parsed.GetValue(incident));
            if (found is not [var (state, frozen)])
            {
                await errors.WriteLineAsync(found.Count == 0
                    ? $"There is no frozen edition {parsed.GetValue(edition)}."
                    : $"Several incidents have an edition {parsed.GetValue(edition)}; name one by --incident: {string.Join(", ", found.Select(f => $"{f.State.Reference} ({f.State.Title})"))}.");
                return 1;
            }
            if (app.Services.GetRequiredService<EditionPdf>() is not { IsAvailable: true } printer)
            {
                await errors.WriteLineAsync("There is no Chromium here to make a PDF with; name one by Pdf:Chromium, or print the page from a browser.");
                return 1;
            }
            if (EditionDocument.HashOf(frozen.Document!) != frozen.Sha256)
            {
                await errors.WriteLineAsync($"The hash of {frozen.Name} does not match what the log holds of it; nothing was written.");
                return 1;
            }
            var path = parsed.GetValue(file) ?? $"paparan-{frozen.Name}.pdf";
            await File.WriteAllBytesAsync(path, await printer.Render(EditionDocument.Parse(frozen.Document!), frozen.Sha256, app.Services.GetRequiredService<StorageOptions>().IsDemo));
            await output.WriteLineAsync($"Wrote {path}: {frozen.Name} of {state.Reference}, SHA-256 {frozen.Sha256}.");
            return 0;
        });
        pdf.Arguments.Add(edition);
        pdf.Options.Add(incident);
        pdf.Options.Add(file);
        return pdf;
    }

    static async Task<IReadOnlyList<(IncidentState State, Edition Edition)>> Find(WebApplication app, string edition, string? incident)
    {
        var rooms = app.Services.GetRequiredService<RoomDirectory>();
        var found = new List<(IncidentState, Edition)>();
        foreach (var id in (await app.Services.GetRequiredService<IncidentLog>().Heads()).Keys)
        {
            var state = (await rooms.Room(id)).State;
            if ((incident is null || state.Reference.Text == incident) && state.Editions.Values.FirstOrDefault(e => e.IsFrozen && e.Name == edition) is { } match)
                found.Add((state, match));
        }
        return found;
    }
}
