using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CasualtyApi.Store.Ledger;

/// <summary>
/// JSON in one spelling, after RFC 8785 (JCS): members ordered by UTF-16 code units, no white space, the shortest escapes.
/// Numbers are whole, or coordinates of at most six decimals, which both spell alike.
/// </summary>
internal static class CanonicalJson
{
    public static byte[] Bytes(JsonNode node)
    {
        var json = new StringBuilder();
        Append(json, node);
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    private static void Append(StringBuilder json, JsonNode? node)
    {
        switch (node)
        {
            case null:
                json.Append("null");
                break;
            case JsonObject members:
                AppendMembers(json, members);
                break;
            case JsonArray items:
                AppendItems(json, items);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                AppendString(json, value.GetValue<string>());
                break;
            case JsonValue value:
                json.Append(value.ToJsonString());
                break;
        }
    }

    private static void AppendMembers(StringBuilder json, JsonObject members)
    {
        var separator = '{';
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            json.Append(separator);
            AppendString(json, name);
            json.Append(':');
            Append(json, value);
            separator = ',';
        }

        json.Append(members.Count == 0 ? "{}" : "}");
    }

    private static void AppendItems(StringBuilder json, JsonArray items)
    {
        json.Append('[');
        for (var index = 0; index < items.Count; index++)
        {
            if (index > 0) json.Append(',');
            Append(json, items[index]);
        }

        json.Append(']');
    }

    private static void AppendString(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\t' => json.Append("\\t"),
                '\n' => json.Append("\\n"),
                '\f' => json.Append("\\f"),
                '\r' => json.Append("\\r"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => json.Append(character),
            };
        }

        json.Append('"');
    }
}
