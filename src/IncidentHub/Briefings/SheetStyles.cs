using Microsoft.Extensions.FileProviders;

namespace IncidentHub.Briefings;

/// <summary>The product's own style sheets as one text, for a document that links nothing.</summary>
public sealed class SheetStyles(IWebHostEnvironment environment)
{
    // The components' is put together by the build: below obj/ with "dotnet run", in wwwroot/ where it was published. The web root knows both.
    static readonly string[] files = ["app.css", "IncidentHub.styles.css"];

    readonly Lazy<string> all = new(() => string.Join('\n', files.Select(file => Read(environment.WebRootFileProvider, file))));

    public string All => all.Value;

    static string Read(IFileProvider root, string file)
    {
        var found = root.GetFileInfo(file);
        if (!found.Exists)
            throw new InvalidOperationException($"The web root has no {file}.");
        using var reader = new StreamReader(found.CreateReadStream());
        // The library's bundle, which it imports, isn't there, and a sheet shows none of its parts.
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith("@import", StringComparison.Ordinal)));
    }
}
