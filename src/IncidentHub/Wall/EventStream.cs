using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentHub.Wall;

/// <summary>Server-sent events on one response. What comes is read by one script, at once, and kept by nobody on the way.</summary>
public sealed class EventStream(HttpResponse response)
{
    // Read by a script and never put into a page as it is: markup needs no escaping here, and would be twice as long with it.
    static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static EventStream Begin(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        // What nginx asks for: it would hold the events back.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return new EventStream(http.Response);
    }

    /// <summary>Waits for a slow reader: only whoever sends it.</summary>
    public async Task Send<T>(string name, T data, CancellationToken cancellation)
    {
        var body = response.BodyWriter;
        body.Write("event: "u8);
        body.Write(System.Text.Encoding.ASCII.GetBytes(name));
        body.Write("\ndata: "u8);
        // JSON has no line breaks of its own: one event, one line.
        body.Write(JsonSerializer.SerializeToUtf8Bytes(data, options));
        body.Write("\n\n"u8);
        await body.FlushAsync(cancellation);
    }
}
