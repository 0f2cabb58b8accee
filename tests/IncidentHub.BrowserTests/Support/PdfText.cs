using System.Diagnostics;

namespace IncidentHub.BrowserTests.Support;

static class PdfText
{
    /// <summary>A PDF's words page by page, by pdftotext.</summary>
    public static async Task<IReadOnlyList<string>> PagesOf(string file)
    {
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("pdftotext is missing: run 'bash tests/run', or 'apt-get install poppler-utils'.");
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        // Each page ends in a form feed.
        return [.. text.Split('\f')[..^1].Select(page => string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }
}
