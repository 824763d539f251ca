using System.Text.Json.Nodes;

namespace CasualtyApi.Http;

/// <summary>RFC 7396: what a patch makes of a document.</summary>
internal static class MergePatch
{
    public const string MediaType = "application/merge-patch+json";

    /// <returns>A document of its own; neither of the two is changed.</returns>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch?.DeepClone();
        var merged = target is JsonObject before ? before.DeepClone().AsObject() : [];
        foreach (var (name, value) in changes)
        {
            if (value is null) merged.Remove(name);
            else merged[name] = Apply(merged[name], value);
        }

        return merged;
    }
}
