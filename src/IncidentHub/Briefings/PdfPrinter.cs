using System.Diagnostics;

namespace IncidentHub.Briefings;

/// <summary>Turns a document that needs nothing else into a PDF, by a Chromium of its own without a window. One at a time: each takes a browser's memory.</summary>
/// <param name="chromium">The program; null: there is none here.</param>
public sealed class PdfPrinter(string? chromium, TimeSpan patience) : IDisposable
{
    static readonly string[] names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    // It has nothing to load, and is kept from trying.
    static readonly string[] arguments =
    [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
        "--no-first-run", "--no-default-browser-check", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
    ];

    readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Found by the setting <c>Pdf:Chromium</c>, else on the PATH.</summary>
    public static PdfPrinter From(IConfiguration configuration) =>
        new(configuration["Pdf:Chromium"] is { Length: > 0 } set ? File.Exists(set) ? set : null : OnPath(), TimeSpan.FromSeconds(30));

    /// <summary>So that a button can say that there is none.</summary>
    public bool IsAvailable => chromium is not null;

    /// <exception cref="InvalidOperationException">There is no Chromium here, or it made nothing.</exception>
    /// <exception cref="TimeoutException">It was ended, since it took too long.</exception>
    public async Task<byte[]> Print(string html, CancellationToken cancel = default)
    {
        if (chromium is null)
            throw new InvalidOperationException("There is no Chromium here: install one, or name it by Pdf__Chromium.");
        await turn.WaitAsync(cancel);
        var folder = Directory.CreateTempSubdirectory("incidenthub-pdf-");
        try
        {
            var (page, file) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, cancel);
            var said = await Run(["--user-data-dir=" + Path.Combine(folder.FullName, "profile"), "--print-to-pdf=" + file, new Uri(page).AbsoluteUri], cancel);
            return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancel) : throw new InvalidOperationException("Chromium made no PDF. It said: " + said);
        }
        finally
        {
            Remove(folder);
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    async Task<string> Run(string[] more, CancellationToken cancel)
    {
        // As root it has no sandbox to be in; as anybody else it stays in its own.
        var all = arguments.Concat(Environment.IsPrivilegedProcess ? ["--no-sandbox"] : []).Concat(more);
        using var process = Process.Start(new ProcessStartInfo(chromium!, all) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{chromium} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            // Both are read: a full pipe would hold it up.
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return await error + await output;
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"Chromium made no PDF within {patience.TotalSeconds:0} s.", e);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    static string? OnPath() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in names
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    // A helper process of Chromium's may hold a file for a moment longer; what is left then is the system's to tidy.
    static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
        }
    }
}
