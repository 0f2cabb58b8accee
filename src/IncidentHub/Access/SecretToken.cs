using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentHub.Access;

/// <summary>What lets in whoever holds it: told once, and kept as its hash.</summary>
public static class SecretToken
{
    /// <summary>256 random bits, in letters that an address and a cookie take.</summary>
    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
