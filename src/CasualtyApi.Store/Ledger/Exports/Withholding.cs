using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Ledger.Exports;

/// <summary>Words may be left out of an export only where the document's newest entry says that they are withheld.</summary>
internal sealed class Withholding
{
    private readonly Dictionary<long, string> visibilities = [];
    private readonly Dictionary<long, (long Position, bool IsSpan)> missing = [];

    /// <summary>What was left out without leave, at the first entry it is.</summary>
    public string? Fault => missing.OrderBy(left => left.Value.Position)
        .Where(left => !Allows(visibilities.GetValueOrDefault(left.Key, ""), left.Value.IsSpan))
        .Select(left => $"Entry {left.Value.Position} lacks words, though document {left.Key} is not withheld.")
        .FirstOrDefault();

    public void Note(ExportEntry entry, JsonElement payload)
    {
        var after = payload.GetProperty("after");
        var isDocument = payload.GetProperty("record").GetString() == Kebab.Of(RecordKind.Document);
        if (isDocument) NoteVisibility(payload.GetProperty("recordId").GetInt64(), after);
        if (isDocument && payload.GetProperty("revision").GetInt32() > 1) return;
        if (Words.In(after).All(word => entry.Words.ContainsKey(word.Name))) return;
        var document = isDocument ? payload.GetProperty("recordId").GetInt64() : after.GetProperty("documentId").GetInt64();
        if (!missing.TryGetValue(document, out var known)) missing[document] = (entry.Position, !isDocument);
        else if (!known.IsSpan && !isDocument) missing[document] = (known.Position, true);
    }

    private static bool Allows(string visibility, bool isSpan) =>
        visibility == Kebab.Of(Visibility.Withheld) || (!isSpan && visibility == Kebab.Of(Visibility.SpansOnly));

    // Public is what most are, and goes without saying.
    private void NoteVisibility(long document, JsonElement after)
    {
        var visibility = after.GetProperty("visibility").GetString()!;
        if (visibility == Kebab.Of(Visibility.Public)) visibilities.Remove(document);
        else visibilities[document] = visibility;
    }
}
