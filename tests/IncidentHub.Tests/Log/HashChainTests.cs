using System.Text;
using System.Text.Json;
using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Tests.Log;

/// <summary>chain.json was computed by another program from the description alone.</summary>
public class HashChainTests
{
    sealed record Vector(Guid Incident, long Number, long RecordedAtMicroseconds, int HashVersion, string Salt, string Body, string Commitment, string PreviousHash, string Hash);

    static readonly IReadOnlyList<Vector> vectors = Read();

    public static TheoryData<int> EveryVector => [.. Enumerable.Range(0, vectors.Count)];

    [Fact]
    public void There_are_three() => vectors.Count.ShouldBe(3);

    [Theory, MemberData(nameof(EveryVector))]
    public void A_commitment_is_as_computed_elsewhere(int which)
    {
        var v = vectors[which];
        Hex(HashChain.Commit(Bytes(v.Salt), Encoding.UTF8.GetBytes(v.Body))).ShouldBe(v.Commitment);
    }

    [Theory, MemberData(nameof(EveryVector))]
    public void A_link_is_as_computed_elsewhere(int which)
    {
        var v = vectors[which];
        v.HashVersion.ShouldBe(HashChain.Version);
        Hex(HashChain.Link(new IncidentId(v.Incident), v.Number, v.RecordedAtMicroseconds, Bytes(v.Commitment), Bytes(v.PreviousHash))).ShouldBe(v.Hash);
    }

    [Fact]
    public void Each_continues_the_one_before_from_32_zero_bytes_on() =>
        vectors.Select(v => v.PreviousHash).ShouldBe([Hex(HashChain.Genesis), .. vectors.Take(vectors.Count - 1).Select(v => v.Hash)]);

    static IReadOnlyList<Vector> Read()
    {
        using var stream = typeof(HashChainTests).Assembly.GetManifestResourceStream("chain.json")!;
        return JsonSerializer.Deserialize<List<Vector>>(stream, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower })!;
    }

    static byte[] Bytes(string hex) => Convert.FromHexString(hex);
    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
