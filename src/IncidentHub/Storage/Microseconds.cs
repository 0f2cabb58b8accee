namespace IncidentHub.Storage;

/// <summary>The log's times: microseconds since 1970, UTC, which both databases and the hash take alike.</summary>
static class Microseconds
{
    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToTime(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
