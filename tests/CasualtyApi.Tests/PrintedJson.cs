using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CasualtyApi.Tests;

/// <summary>
/// An answer as documentation prints it: what fits on a line stands on one, and what differs from run to run
/// (instants, trace ids, ETags) is "…".
/// </summary>
internal static class PrintedJson
{
    private const int Width = 140;

    private static readonly HashSet<string> Masked = ["at", "receivedAt", "updatedAt", "lastChangeAt", "traceId", "etag"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string answer) => Print(JsonNode.Parse(answer), indent: 0, taken: 0);

    /// <param name="node">The value.</param>
    /// <param name="indent">How far in its lines stand.</param>
    /// <param name="taken">How much of its first line is taken by its name and what follows it.</param>
    private static string Print(JsonNode? node, int indent, int taken)
    {
        var (open, close, parts) = node switch
        {
            JsonObject members => ("{", "}", members.Select(member => (Name: $"{Literal(member.Key)}: ", Value: Mask(member.Key, member.Value))).ToList()),
            JsonArray items => ("[", "]", items.Select(item => (Name: "", Value: item)).ToList()),
            _ => (Literal(node), "", []),
        };
        var padding = node is JsonObject && parts.Count > 0 ? " " : "";
        var line = $"{open}{padding}{string.Join(", ", parts.Select(part => part.Name + OnOneLine(part.Value)))}{padding}{close}";
        if (parts.Count == 0 || indent + taken + line.Length <= Width)
        {
            return line;
        }

        var inner = new string(' ', indent + 2);
        var lines = parts.Select(part => inner + part.Name + Print(part.Value, indent + 2, part.Name.Length + 1));
        return $"{open}\n{string.Join(",\n", lines)}\n{new string(' ', indent)}{close}";
    }

    private static string OnOneLine(JsonNode? node) => Print(node, indent: int.MinValue / 2, taken: 0);

    private static JsonNode? Mask(string name, JsonNode? value) => Masked.Contains(name) && value is not null ? "…" : value;

    private static string Literal(JsonNode? node) => node is null ? "null" : node.ToJsonString(Plain);

    private static string Literal(string text) => JsonSerializer.Serialize(text, Plain);
}
