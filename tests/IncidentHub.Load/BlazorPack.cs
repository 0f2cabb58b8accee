using System.Buffers.Binary;
using System.Text;

namespace IncidentHub.Load;

/// <summary>As much of the protocol of Blazor's circuits (messages of MessagePack, each behind its length) as a client needs that draws nothing.</summary>
static class BlazorPack
{
    /// <summary>"I am still there."</summary>
    public static readonly byte[] Ping = Message(6L);

    /// <summary>What a client calls; with an <paramref name="id"/> where it wants an answer.</summary>
    public static byte[] Call(string? id, string method, params object?[] arguments) => Message(1L, new Dictionary<string, string>(), id, method, arguments, Array.Empty<object>());

    /// <summary>All messages of one frame, each as the values in its array.</summary>
    public static IEnumerable<object?[]> Read(ReadOnlyMemory<byte> frame)
    {
        for (var at = 0; at < frame.Length;)
        {
            var (length, shift) = (0, 0);
            byte part;
            do
            {
                part = frame.Span[at++];
                length |= (part & 0x7F) << shift;
                shift += 7;
            }
            while (part >= 0x80);
            var message = frame.Slice(at, length);
            at += length;
            var start = 0;
            yield return (object?[])Value(message.Span, ref start)!;
        }
    }

    static byte[] Message(params object?[] parts)
    {
        using var body = new MemoryStream();
        Write(body, parts);
        using var framed = new MemoryStream();
        for (var length = (uint)body.Length; ; length >>= 7)
        {
            framed.WriteByte((byte)(length < 0x80 ? length : length & 0x7F | 0x80));
            if (length < 0x80)
                break;
        }
        body.WriteTo(framed);
        return framed.ToArray();
    }

    static void Write(MemoryStream to, object? value)
    {
        switch (value)
        {
            case null:
                to.WriteByte(0xC0);
                break;
            case bool flag:
                to.WriteByte((byte)(flag ? 0xC3 : 0xC2));
                break;
            case long number:
                Span<byte> bytes = stackalloc byte[9];
                bytes[0] = 0xD3;
                BinaryPrimitives.WriteInt64BigEndian(bytes[1..], number);
                to.Write(bytes);
                break;
            case string text:
                var letters = Encoding.UTF8.GetBytes(text);
                Head(to, 0xDB, letters.Length);
                to.Write(letters);
                break;
            case Dictionary<string, string>:
                to.WriteByte(0x80);
                break;
            case object?[] items:
                Head(to, 0xDD, items.Length);
                foreach (var item in items)
                    Write(to, item);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    static void Head(MemoryStream to, byte kind, int length)
    {
        Span<byte> bytes = stackalloc byte[5];
        bytes[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(bytes[1..], length);
        to.Write(bytes);
    }

    static object? Value(ReadOnlySpan<byte> from, ref int at)
    {
        var kind = from[at++];
        switch (kind)
        {
            case <= 0x7F:
                return (long)kind;
            case >= 0xE0:
                return (long)(sbyte)kind;
            case >= 0x80 and <= 0x8F:
                return Map(from, ref at, kind & 0x0F);
            case >= 0x90 and <= 0x9F:
                return Items(from, ref at, kind & 0x0F);
            case >= 0xA0 and <= 0xBF:
                return Encoding.UTF8.GetString(Take(from, ref at, kind & 0x1F));
            case 0xC0:
                return null;
            case 0xC2 or 0xC3:
                return kind is 0xC3;
            case 0xC4 or 0xC5 or 0xC6:
                return Take(from, ref at, (int)Unsigned(Take(from, ref at, 1 << kind - 0xC4))).ToArray();
            case >= 0xCC and <= 0xCF:
                return Unsigned(Take(from, ref at, 1 << kind - 0xCC));
            case >= 0xD0 and <= 0xD3:
                var above = 64 - (8 << kind - 0xD0);
                return Unsigned(Take(from, ref at, 1 << kind - 0xD0)) << above >> above;
            case 0xD9 or 0xDA or 0xDB:
                return Encoding.UTF8.GetString(Take(from, ref at, (int)Unsigned(Take(from, ref at, 1 << kind - 0xD9))));
            case 0xDC or 0xDD:
                return Items(from, ref at, (int)Unsigned(Take(from, ref at, kind is 0xDC ? 2 : 4)));
            default:
                throw new NotSupportedException($"MessagePack 0x{kind:X2}");
        }
    }

    static object?[] Items(ReadOnlySpan<byte> from, ref int at, int count)
    {
        var items = new object?[count];
        for (var i = 0; i < count; i++)
            items[i] = Value(from, ref at);
        return items;
    }

    static object? Map(ReadOnlySpan<byte> from, ref int at, int count)
    {
        for (var i = 0; i < 2 * count; i++)
            Value(from, ref at);
        return null;
    }

    static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> from, ref int at, int length) => from.Slice((at += length) - length, length);

    static long Unsigned(ReadOnlySpan<byte> bytes)
    {
        var number = 0L;
        foreach (var part in bytes)
            number = number << 8 | part;
        return number;
    }
}
