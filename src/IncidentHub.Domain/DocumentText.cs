using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace IncidentHub.Domain;

/// <summary>How what is frozen is stored and hashed: JSON, UTF-8, names in snake case, times in ISO 8601 with their offset. Never written otherwise by a later version.</summary>
public static class DocumentText
{
    static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new CodeConverter<AgencyId>(a => a.Code, c => new AgencyId(c)), new CodeConverter<Reference>(r => r.Text, t => new Reference(t)) },
    };

    public static string Of<T>(T document) => JsonSerializer.Serialize(document, options);

    /// <exception cref="JsonException">It is no such document.</exception>
    public static T Parse<T>(string text) where T : class => JsonSerializer.Deserialize<T>(text, options) ?? throw new JsonException("A document is no null.");

    /// <summary>SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    sealed class CodeConverter<T>(Func<T, string> code, Func<string, T> of) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => of(reader.GetString() ?? "");
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(code(value));
    }
}
