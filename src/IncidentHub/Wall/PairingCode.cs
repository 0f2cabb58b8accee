using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IncidentHub.Domain;

namespace IncidentHub.Wall;

/// <summary>
/// The six characters that a wall shows and a coordinator types. Made of the wall's own secret and the moment at which it ends: a page that is loaded anew, on whichever
/// node, shows the same one, and nobody has to keep it.
/// </summary>
public static class PairingCode
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    const int Length = 6;

    /// <param name="until">Microseconds since 1970.</param>
    public static string Of(string secret, long until)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, until);
        Span<byte> digest = stackalloc byte[32];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message, digest);
        return Base32.Of(digest[..Length]);
    }

    /// <summary>As it is shown: "7KF 4QP".</summary>
    public static string Spaced(string code) => $"{code[..3]} {code[3..]}";

    /// <summary>What somebody typed, as a code: small letters, spaces and the letters that look like digits are forgiven. Null when it is none.</summary>
    public static string? Read(string? typed)
    {
        var letters = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not '-').Select(c => char.ToUpperInvariant(c) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var letter => letter,
        }));
        return letters.Length == Length && letters.All(Base32.Has) ? letters : null;
    }
}
