using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentHub.Notifications.Channels;

/// <summary>A webhook's address, whose path often lets whoever knows it in, and the secret that signs.</summary>
public sealed record WebhookTarget(Uri Address, string Secret);

/// <summary>Keeps them under the key ring, bound to their channel: a row of the database alone opens nothing, in another channel neither.</summary>
public sealed class WebhookSeal(IDataProtectionProvider protection)
{
    /// <summary>Before a transaction: the key ring may have to write itself a key first, into the file that the transaction then holds.</summary>
    public void Prepare() => Protector(Guid.Empty).Protect("");

    public string Close(Guid channel, WebhookTarget target) => Protector(channel).Protect(JsonSerializer.Serialize(target));

    /// <summary>Null: the key that closed it is gone.</summary>
    public WebhookTarget? Open(Guid channel, string? closed)
    {
        try
        {
            return closed is null ? null : JsonSerializer.Deserialize<WebhookTarget>(Protector(channel).Unprotect(closed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    IDataProtector Protector(Guid channel) => protection.CreateProtector("IncidentHub.Channels", channel.ToString("N"));
}
