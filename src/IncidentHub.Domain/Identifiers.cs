using System.Security.Cryptography;

namespace IncidentHub.Domain;

/// <summary>One incident, and its stream in the log.</summary>
public readonly record struct IncidentId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>One account. A person acts for one agency per session.</summary>
public readonly record struct PersonId(Guid Value) : IComparable<PersonId>
{
    public int CompareTo(PersonId other) => Value.CompareTo(other.Value);
    public override string ToString() => Value.ToString();
}

/// <summary>An agency's code, upper-case ASCII, such as "KPU". Its name is dated data and lives elsewhere.</summary>
public readonly record struct AgencyId(string Code) : IComparable<AgencyId>
{
    /// <summary>The controller of the voter data (UU 27/2022): confirms affected data categories.</summary>
    public static readonly AgencyId Controller = new("KPU");
    /// <summary>The cyber agency: proposes the crisis status.</summary>
    public static readonly AgencyId CyberAgency = new("BSSN");
    /// <summary>The police: the only one to move the legal track.</summary>
    public static readonly AgencyId Police = new("BARESKRIM");

    public int CompareTo(AgencyId other) => string.CompareOrdinal(Code, other.Code);
    public override string ToString() => Code;
}

/// <summary>
/// What people call a thing by, aloud and in links: "E-7K2QM4XA". Minted from a key of the incident and the command's id, so that it
/// says nothing about how many other things there are (a running number would).
/// </summary>
public readonly record struct Reference(string Text)
{
    /// <param name="attempt">0, and one more for each attempt whose result was taken; the result tells nobody which attempt it was.</param>
    public static Reference Mint(string prefix, int length, ReadOnlySpan<byte> key, Guid commandId, int attempt)
    {
        Span<byte> message = stackalloc byte[20];
        commandId.TryWriteBytes(message, bigEndian: true, out _);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(message[16..], attempt);
        Span<byte> digest = stackalloc byte[32];
        HMACSHA256.HashData(key, message, digest);
        return new Reference($"{prefix}-{Base32.Of(digest[..length])}");
    }

    /// <summary>
    /// An object's reference, short enough to be said aloud: five of its first entry's letters, the first five unless those are taken.
    /// </summary>
    public static Reference ForObject(string prefix, Reference entry, Func<Reference, bool> isTaken)
    {
        var letters = entry.Text[(entry.Text.IndexOf('-', StringComparison.Ordinal) + 1)..];
        for (var start = 0; start + ObjectLength <= letters.Length; start++)
        {
            var reference = new Reference($"{prefix}-{letters.Substring(start, ObjectLength)}");
            if (!isTaken(reference))
                return reference;
        }
        return new Reference($"{prefix}-{letters}");
    }

    const int ObjectLength = 5;

    public override string ToString() => Text;
}

/// <summary>Crockford's base 32: no I, L, O or U, so that it survives being read over a telephone.</summary>
public static class Base32
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A letter for the last five bits of each byte.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<char> letters = stackalloc char[bytes.Length];
        for (var i = 0; i < letters.Length; i++)
            letters[i] = Alphabet[bytes[i] & 31];
        return new string(letters);
    }

    public static bool Has(char letter) => Alphabet.Contains(letter, StringComparison.Ordinal);
}

/// <summary>Ids that everyone derives alike, so that what must happen once has one id wherever it is done.</summary>
public static class DerivedId
{
    /// <summary>A UUID of version 5 (RFC 9562, section 5.5).</summary>
    public static Guid Of(Guid space, string name)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(name);
        var bytes = new byte[16 + text.Length];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        text.CopyTo(bytes, 16);
#pragma warning disable CA5350 // The RFC's choice; nothing here rests on its strength.
        var digest = SHA1.HashData(bytes);
#pragma warning restore CA5350
        digest[6] = (byte)(digest[6] & 0x0F | 0x50);
        digest[8] = (byte)(digest[8] & 0x3F | 0x80);
        return new Guid(digest.AsSpan(0, 16), bigEndian: true);
    }
}
