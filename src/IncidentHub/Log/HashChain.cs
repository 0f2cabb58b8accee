using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IncidentHub.Domain;

namespace IncidentHub.Log;

/// <summary>
/// The chain of an incident's entries, version 1. <c>commitment = SHA-256(salt ‖ body)</c>, so that a body can be withheld or erased and
/// the chain still verifies; <c>hash = SHA-256(tag ‖ version ‖ incident ‖ number ‖ recorded_at ‖ commitment ‖ previous_hash)</c>.
/// Integers are big-endian (version uint32, number int64, recorded_at int64 microseconds since 1970 UTC), the incident's id is 16 bytes in
/// RFC 4122 order, the tag is UTF-8 behind a uint32 length, commitment and hashes are 32 raw bytes. A removed tail goes unseen by the chain
/// itself; the head row shows it only as long as that row is honest.
/// </summary>
public static class HashChain
{
    public const int Version = 1;
    public const int SaltLength = 32;
    public static readonly byte[] Genesis = new byte[32];
    static readonly byte[] Tag = Encoding.UTF8.GetBytes("IncidentHub entry");

    /// <param name="salt">32 random bytes, so that a short body can't be guessed from its commitment.</param>
    /// <param name="body">As stored; never re-serialised.</param>
    public static byte[] Commit(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    public static byte[] Link(IncidentId incident, long number, long recordedAt, ReadOnlySpan<byte> commitment, ReadOnlySpan<byte> previous, int version = Version)
    {
        Span<byte> input = stackalloc byte[4 + Tag.Length + 4 + 16 + 8 + 8 + 32 + 32];
        var rest = input;
        BinaryPrimitives.WriteUInt32BigEndian(Take(ref rest, 4), (uint)Tag.Length);
        Tag.CopyTo(Take(ref rest, Tag.Length));
        BinaryPrimitives.WriteUInt32BigEndian(Take(ref rest, 4), (uint)version);
        incident.Value.TryWriteBytes(Take(ref rest, 16), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(Take(ref rest, 8), number);
        BinaryPrimitives.WriteInt64BigEndian(Take(ref rest, 8), recordedAt);
        commitment.CopyTo(Take(ref rest, 32));
        previous.CopyTo(Take(ref rest, 32));
        return SHA256.HashData(input);
    }

    static Span<byte> Take(ref Span<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
