using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IncidentHub.Wall;

/// <summary>
/// The six characters that a wall shows and a coordinator types. Made of the wall's own secret and the moment at which it ends: a page that is loaded anew, on whichever
/// node, shows the same one, and nobody has to keep it.
/// </summary>
public static class PairingCode
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    const int Length = 6;
    // Crockford's base 32, as in references: no I, L, O or U.
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="until">Microseconds since 1970.</param>
    public static string Of(string secret, long until)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, until);
        Span<byte> digest = stackalloc byte[32];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message, digest);
        Span<char> letters = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
            letters[i] = Alphabet[digest[i] & 31];
        return new string(letters);
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
        return letters.Length == Length && letters.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? letters : null;
    }

    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
