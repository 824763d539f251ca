using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CasualtyApi.Http;

/// <summary>A moment as this API writes it: ISO 8601, UTC, always to the millisecond, so that instants sort as their spellings do.</summary>
internal static class Instant
{
    /// <summary>How many bytes an instant takes.</summary>
    public const int Length = 24;

    /// <summary>How an instant may be written in a query.</summary>
    public static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>Of stored milliseconds.</summary>
    public static DateTime Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    public static DateTime? OrNull(long? milliseconds) => milliseconds is { } known ? Of(known) : null;

    /// <summary>Writes one as <c>2025-01-31T12:00:00.000Z</c>.</summary>
    /// <param name="instant">In UTC, or of a known zone.</param>
    /// <param name="bytes">Of <see cref="Length"/> at least.</param>
    public static void Write(DateTime instant, Span<byte> bytes)
    {
        Span<byte> toTicks = stackalloc byte[28];
        Utf8Formatter.TryFormat(instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : instant, toTicks, out _, 'O');
        toTicks[..(Length - 1)].CopyTo(bytes);
        bytes[Length - 1] = (byte)'Z';
    }

    /// <summary>Writes one into JSON.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTime instant)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Write(instant, bytes);
        json.WriteString(name, bytes);
    }

    /// <summary>The same for whatever the serializer writes.</summary>
    public sealed class JsonConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTime();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
        {
            Span<byte> bytes = stackalloc byte[Length];
            Instant.Write(value, bytes);
            writer.WriteStringValue(bytes);
        }
    }
}
