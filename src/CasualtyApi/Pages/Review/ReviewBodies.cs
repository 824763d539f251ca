using System.Globalization;
using System.Text.Json.Nodes;

namespace CasualtyApi.Pages.Review;

/// <summary>What a form says, as the operation takes it. Words that are none it can take are sent as they are: it says best what is wrong with them.</summary>
internal static class ReviewBodies
{
    private static readonly char[] Between = [',', ' '];
    private static readonly string[] Terms = ["category", "certainty", "scope"];

    /// <summary>What the forms call the members of the operations.</summary>
    public static readonly IReadOnlyDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["decision"] = "Are these words read as they stand?",
        ["by"] = "If another claim takes its place, which",
        ["credibility"] = "How credible is the number",
        ["reason"] = "Why",
        ["quote"] = "Words",
        ["quote.exact"] = "Words",
        ["quote.start"] = "From",
        ["quote.end"] = "to",
        ["category"] = "What happened",
        ["mixedOf"] = "if mixed, of what",
        ["count"] = "Count",
        ["count.relation"] = "Count, read as",
        ["count.text"] = "Count, as worded",
        ["count.low"] = "at least",
        ["count.high"] = "at most",
        ["party"] = "To whom",
        ["party.name"] = "To whom",
        ["party.kind"] = "who are",
        ["party.text"] = "To whom, as worded",
        ["party.country"] = "country",
        ["certainty"] = "How sure",
        ["scope"] = "Scope",
    };

    public static JsonObject Decision(Typed typed)
    {
        var decision = new JsonObject { ["decision"] = typed["decision"], ["reason"] = typed["reason"] };
        if (typed["credibility"].Length > 0) decision["credibility"] = Number(typed["credibility"]);
        if (typed["by"].Length > 0) decision["by"] = Number(typed["by"]);
        return decision;
    }

    /// <summary>Only what differs from what was shown: a field left alone is none that was corrected.</summary>
    public static JsonObject Correction(Typed typed)
    {
        var correction = new JsonObject { ["reason"] = typed["what"] };
        if (typed.Differs("exact") || typed.Differs("start") || typed.Differs("end"))
        {
            correction["quote"] = new JsonObject { ["exact"] = typed["exact"], ["start"] = Number(typed["start"]), ["end"] = Number(typed["end"]) };
        }

        foreach (var term in Terms.Where(typed.Differs)) correction[term] = typed[term];
        if (typed.Differs("mixedOf"))
        {
            correction["mixedOf"] = new JsonArray([.. typed["mixedOf"].Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(word => JsonValue.Create(word))]);
        }

        Add(correction, "count", typed, [("text", "count", Word), ("relation", "relation", Word), ("low", "low", Number), ("high", "high", Number)]);
        Add(correction, "party", typed, [("name", "party", Word), ("kind", "partyKind", Word), ("country", "partyCountry", Word), ("text", "partyText", Word)]);
        return correction;
    }

    private static void Add(JsonObject correction, string member, Typed typed, IEnumerable<(string Name, string Field, Func<string, JsonNode?> Read)> parts)
    {
        var changed = parts.Where(part => typed.Differs(part.Field)).Select(part => KeyValuePair.Create(part.Name, part.Read(typed[part.Field]))).ToList();
        if (changed.Count > 0) correction[member] = new JsonObject(changed);
    }

    private static JsonValue? Word(string typed) => typed.Length == 0 ? null : JsonValue.Create(typed);

    private static JsonValue? Number(string typed) =>
        typed.Length == 0 ? null : long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(typed);
}
