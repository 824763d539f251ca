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
    public static ExportEntry? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var words = root.GetProperty("words").EnumerateObject().ToDictionary(word => word.Name, word => word.Value.GetString()!, StringComparer.Ordinal);
            var leaf = root.GetProperty("leafHash").GetBytesFromBase64();
            return leaf.Length != MerkleHash.Length || words.ContainsValue(null!)
                ? null
                : new ExportEntry(root.GetProperty("position").GetInt64(), leaf, Encoding.UTF8.GetBytes(root.GetProperty("payload").GetString()!), words);
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

    private static bool IsOfTheLine(Exception fault) =>
        fault is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException;
}
