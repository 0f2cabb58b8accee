using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentHub.Notifications.Channels;

/// <summary>A webhook's secret and what it signs, as the Standard Webhooks specification has them.</summary>
public static class Signature
{
    const string Prefix = "whsec_";
    const int SecretLength = 32;

    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretLength));

    /// <param name="timestamp">Seconds since 1970, UTC.</param>
    public static string Of(string secret, string id, long timestamp, string body)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), Encoding.UTF8.GetBytes(signed)));
    }
}
