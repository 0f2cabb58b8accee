using System.ComponentModel;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using IncidentHub.Storage;

namespace IncidentHub.Notifications.Channels;

/// <summary>Sends messages by the operator's mail server, in Indonesian, and in English beneath.</summary>
public sealed class MailSender(MailSettings? settings)
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    public bool HasServer => settings is not null;

    public async Task<SendOutcome> Send(IReadOnlyCollection<string> addresses, Message message, CancellationToken cancellation)
    {
        if (settings is null)
            return DeliveryFault.NoMailServer;
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(patience);
        using var mail = Mail(settings.From, addresses, message);
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Tls,
            UseDefaultCredentials = false,
            Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
        };
        try
        {
            await client.SendMailAsync(mail, bounded.Token);
            return SendOutcome.Delivered;
        }
        // The others have it: to send it again for one wrong address would be theirs to suffer.
        catch (SmtpFailedRecipientException error)
        {
            return new SendOutcome(DeliveryFault.RecipientRefused, IsDelivered: Refused(error) < addresses.Count);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return DeliveryFault.NoAnswer;
        }
        catch (Exception error) when (error is SmtpException or IOException or SocketException or AuthenticationException or Win32Exception)
        {
            return FaultOf(error);
        }
    }

    static MailMessage Mail(MailAddress from, IReadOnlyCollection<string> addresses, Message message)
    {
        // Headers are one line: what a title brings along must not become another.
        var mail = new MailMessage
        {
            From = from,
            Subject = OneLine(message.Data is { } about ? $"{message.Heading} ({about.Subject})" : message.Heading),
            SubjectEncoding = Encoding.UTF8,
            Body = $"{message.Text}\n{Lines(message)}\n\n--\n{message.TextInEnglish}\n{message.Data?.Url}\n",
            BodyEncoding = Encoding.UTF8,
            Headers = { { "Message-ID", $"<{message.Id}@{from.Host}>" }, { "Auto-Submitted", "auto-generated" } },
        };
        foreach (var address in addresses)
            mail.To.Add(new MailAddress(address));
        return mail;
    }

    static string Lines(Message message) => message.Data is { } about ? $"{string.Join(' ', about.Incident.Reference, about.Incident.Title)}\n{about.Tlp}\n{about.Url}" : "";

    static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    static int Refused(SmtpFailedRecipientException error) => error is SmtpFailedRecipientsException { InnerExceptions: { Length: > 0 } several } ? several.Length : 1;

    static DeliveryFault FaultOf(Exception? error) => error switch
    {
        AuthenticationException => DeliveryFault.Certificate,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => DeliveryFault.NoSuchHost,
        SocketException => DeliveryFault.NoConnection,
        SmtpException { StatusCode: SmtpStatusCode.ClientNotPermitted or SmtpStatusCode.MustIssueStartTlsFirst } => DeliveryFault.MailSignIn,
        SmtpException { StatusCode: (SmtpStatusCode)535 or (SmtpStatusCode)534 } => DeliveryFault.MailSignIn,
        { InnerException: { } inner } => FaultOf(inner),
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure or SmtpStatusCode.ServiceNotAvailable } => DeliveryFault.NoConnection,
        SmtpException => DeliveryFault.MailRefused,
        _ => DeliveryFault.NoConnection,
    };
}
