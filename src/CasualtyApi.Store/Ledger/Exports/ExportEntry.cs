using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CasualtyApi.Store.Ledger.Merkle;

namespace CasualtyApi.Store.Ledger.Exports;

/// <summary>An entry as a line of an exported ledger holds it. docs/ledger.md describes every member.</summary>
/// <param name="Position">From 1, without gaps.</param>
/// <param name="LeafHash">As the database keeps it.</param>
/// <param name="Payload">The bytes that were hashed.</param>
/// <param name="Words">What the payload holds as a hash only; what is withheld is left out.</param>
public sealed record ExportEntry(long Position, byte[] LeafHash, byte[] Payload, IReadOnlyDictionary<string, string> Words)
{
    public const string Format = "casualty-ledger/1";

    internal static readonly JsonWriterOptions Spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The number of entries a first line announces; null where it is none.</summary>
    public static long? ReadHead(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("format").GetString() == Format ? json.RootElement.GetProperty("position").GetInt64() : null;
        }
        catch (Exception fault) when (IsOfTheLine(fault))
        {
            return null;
        }
    }

    /// <summary>Reads a line; null where it is no entry.</summary>
    /// <remarks>Token by token: a payload is unescaped into its own bytes, which a document would make a text of first.</remarks>
    public static ExportEntry? Read(string line)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(line));
        (long? position, byte[]? leaf, byte[]? payload, Dictionary<string, string>? words) = (null, null, null, null);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("position"u8)) position = ReadNumber(ref json);
                else if (json.ValueTextEquals("leafHash"u8)) leaf = Next(ref json).GetBytesFromBase64();
                else if (json.ValueTextEquals("payload"u8)) payload = ReadBytes(ref json);
                else if (json.ValueTextEquals("words"u8)) words = ReadWords(ref json);
                else json.Skip();
            }

            return json.Read() || position is null || leaf?.Length != MerkleHash.Length || payload is null || words is null ? null : new ExportEntry(position.Value, leaf, payload, words);
        }
        catch (Exception fault) when (IsOfTheLine(fault))
        {
            return null;
        }
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("position", Position);
        json.WriteBase64String("leafHash", LeafHash);
        json.WriteString("payload", Payload);
        json.WriteStartObject("words");
        foreach (var (name, text) in Words) json.WriteString(name, text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static ref Utf8JsonReader Next(ref Utf8JsonReader json)
    {
        json.Read();
        return ref json;
    }

    private static long ReadNumber(ref Utf8JsonReader json) => Next(ref json).GetInt64();

    private static byte[] ReadBytes(ref Utf8JsonReader json)
    {
        if (Next(ref json).TokenType != JsonTokenType.String) throw new JsonException();
        var bytes = new byte[json.ValueSpan.Length];
        return bytes[..json.CopyString(bytes)];
    }

    private static Dictionary<string, string> ReadWords(ref Utf8JsonReader json)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Next(ref json).TokenType != JsonTokenType.StartObject) throw new JsonException();
        while (Next(ref json).TokenType == JsonTokenType.PropertyName) words.Add(json.GetString()!, Next(ref json).GetString() ?? throw new JsonException());
        return words;
    }

    private static bool IsOfTheLine(Exception fault) =>
        fault is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException;
}
