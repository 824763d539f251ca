using System.Reflection;
using System.Text.Json.Nodes;

namespace CasualtyApi.Hosting;

/// <summary>
/// Real answers of a fresh install, kept beside this file as <c>Examples/{operation}.json</c> or <c>.txt</c>. A test calls every
/// documented example and compares.
/// </summary>
internal static class Examples
{
    public static JsonNode? Of(string operation, string mediaType) => mediaType switch
    {
        "application/json" when Read(operation + ".json") is { } json => JsonNode.Parse(json),
        "text/plain" or "application/x-ndjson" when Read(operation + ".txt") is { } text => JsonValue.Create(text),
        _ => null,
    };

    private static string? Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Examples." + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
