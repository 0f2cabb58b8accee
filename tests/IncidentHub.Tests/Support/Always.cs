using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace IncidentHub.Tests.Support;

/// <summary>Properties over random values. A failure names the value and the seed that finds it again.</summary>
public static class Always
{
    public static void Holds<T>(Gen<T> values, Func<T, bool> property, int times = 2_000) =>
        Prop.ForAll(values.ToArbitrary(), value => property(value) ? true.ToProperty() : false.ToProperty().Label(JsonSerializer.Serialize(value, readable)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <summary>For where each value costs a database: other values on each run, the same for the same seed.</summary>
    public static IReadOnlyList<T> Sample<T>(Gen<T> values, int count, ulong seed, int size = 20) => [.. values.Sample(count, new Rnd(seed), size)];

    /// <summary>To be said when a test fails.</summary>
    public static ulong NewSeed() => (ulong)Random.Shared.NextInt64();

    static readonly JsonSerializerOptions readable = new() { IncludeFields = true, Converters = { new JsonStringEnumConverter() } };
}
