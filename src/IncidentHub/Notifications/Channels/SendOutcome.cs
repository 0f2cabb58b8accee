using IncidentHub.Storage;

namespace IncidentHub.Notifications.Channels;

/// <summary>What became of one attempt.</summary>
/// <param name="Fault">Null: the receiver took it. <see cref="DeliveryFault.RecipientRefused"/> beside <paramref name="IsDelivered"/>: others did.</param>
/// <param name="Status">The receiver's, where it answered with one.</param>
public sealed record SendOutcome(DeliveryFault? Fault, int? Status = null, bool IsDelivered = false)
{
    public static readonly SendOutcome Delivered = new(null, IsDelivered: true);

    /// <summary>The next message would fare no better: it is the way there that failed, not this message.</summary>
    public static bool IsOfTheWay(DeliveryFault fault) => fault is not (DeliveryFault.Status or DeliveryFault.MailRefused or DeliveryFault.RecipientRefused);

    public static implicit operator SendOutcome(DeliveryFault fault) => new(fault);
}
