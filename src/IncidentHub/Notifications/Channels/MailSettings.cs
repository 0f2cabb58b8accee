using System.Globalization;
using System.Net.Mail;
using IncidentHub.Storage;

namespace IncidentHub.Notifications.Channels;

/// <summary>The operator's mail server.</summary>
/// <param name="User">Null: nobody signs in to it.</param>
/// <param name="From">The address that mail comes from.</param>
/// <param name="Tls">STARTTLS, and no mail without it.</param>
public sealed record MailSettings(string Host, int Port, string? User, string? Password, MailAddress From, bool Tls)
{
    const int SubmissionPort = 587;

    /// <summary><c>Mail:Host</c> and its neighbours; null where there is no host.</summary>
    /// <exception cref="StartupRefusedException">They make no sense.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        if (mail["Host"] is not { Length: > 0 } host)
            return null;
        var port = SubmissionPort;
        if (mail["Port"] is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65_535))
            throw new StartupRefusedException("Mail:Port must be a port from 1 to 65535.");
        var tls = true;
        if (mail["Tls"] is { } flag && !bool.TryParse(flag, out tls))
            throw new StartupRefusedException("Mail:Tls must be true or false.");
        if (!MailAddress.TryCreate(mail["From"], out var from))
            throw new StartupRefusedException("Mail:From must be the address that mail comes from.");
        return new MailSettings(host, port, mail["User"] is { Length: > 0 } user ? user : null, mail["Password"], from, tls);
    }
}
