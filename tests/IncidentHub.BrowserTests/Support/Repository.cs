namespace IncidentHub.BrowserTests.Support;

/// <summary>Where things lie, found from the test's own place below the repository.</summary>
static class Repository
{
    public static string Top { get; } = FindTop(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The product, built as these tests were (Debug or Release).</summary>
    public static string Product { get; } =
        Path.Combine(Top, "src", "IncidentHub", Path.GetRelativePath(Path.Combine(Top, "tests", "IncidentHub.BrowserTests"), AppContext.BaseDirectory), "IncidentHub.dll");

    public static string Artifact(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Top, "artifacts", "browser"));
        return Path.Combine(folder.FullName, name);
    }

    static string FindTop(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "IncidentHub.sln")) ? folder.FullName
        : folder.Parent is { } parent ? FindTop(parent)
        : throw new InvalidOperationException($"{AppContext.BaseDirectory} does not lie below IncidentHub.sln.");
}
