using System.Security.Cryptography;
using IncidentHub.Domain;

namespace IncidentHub.Wall;

/// <summary>What tells this build of the product from another: its code, and the files that a browser loads. A wall that was loaded from another one loads itself anew.</summary>
public sealed class RunningBuild
{
    const string Assets = "IncidentHub.staticwebassets.endpoints.json";
    const int Length = 8;

    public string Id { get; } = Made();

    /// <summary>What a page said of itself, as far as it can be one.</summary>
    public static string? Read(string? said) => said is { Length: Length } && said.All(char.IsAsciiHexDigitLower) ? said : null;

    static string Made()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in new[] { typeof(Program).Assembly, typeof(Tlp).Assembly })
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        if (Path.Combine(AppContext.BaseDirectory, Assets) is var assets && File.Exists(assets))
            hash.AppendData(File.ReadAllBytes(assets));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
