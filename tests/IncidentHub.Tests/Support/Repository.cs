namespace IncidentHub.Tests.Support;

/// <summary>The source that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The texts of the product's own files of these kinds.</summary>
    public static IEnumerable<string> Sources(params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", "IncidentHub"), "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && endings.Any(f.EndsWith))
            .Select(File.ReadAllText);

    static string Find(DirectoryInfo? folder) => folder is null
        ? throw new InvalidOperationException("These tests look at the source, and it is nowhere above them.")
        : File.Exists(Path.Combine(folder.FullName, "IncidentHub.sln")) ? folder.FullName : Find(folder.Parent);
}
