using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Store.Ledger.Exports;

/// <summary>The words of a document that a payload holds as their SHA-256 only: under the member's name without "Sha256".</summary>
public static class Words
{
    internal const string Text = "text";
    private const string Suffix = "Sha256";

    private static ReadOnlySpan<byte> SuffixBytes => "Sha256"u8;

    internal static Dictionary<string, string> Of(StatementState statement) => Known(
        (Text, statement.Text), ("speakerText", statement.SpeakerText), ("cue", statement.Cue));

    internal static Dictionary<string, string> Of(ClaimState claim) => Known(
        (Text, claim.Text), ("countText", claim.CountText), ("partyText", claim.PartyText),
        ("blamedText", claim.BlamedText), ("placeText", claim.PlaceText), ("periodText", claim.PeriodText));

    /// <summary>The names of the words a state of a record has.</summary>
    public static IEnumerable<(string Name, string Hash)> In(JsonElement after) => after.EnumerateObject()
        .Where(member => member.Value.ValueKind == JsonValueKind.String && JsonMarshal.GetRawUtf8PropertyName(member).EndsWith(SuffixBytes))
        .Select(member => (member.Name[..^Suffix.Length], member.Value.GetString()!));

    /// <summary>What is wrong with words beside a payload; null where each has its hash. Words left out are no fault here.</summary>
    public static string? Fault(JsonElement after, IReadOnlyDictionary<string, string> words)
    {
        var hashes = In(after).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, text) in words)
        {
            if (!hashes.TryGetValue(name, out var hash)) return $"has words '{name}' that its payload does not know";
            if (HashOf(text) != hash) return $"has other words '{name}' than its payload's hash says";
        }

        return null;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Dictionary<string, string> Known(params (string Name, string? Text)[] words) =>
        words.Where(word => word.Text is not null).ToDictionary(word => word.Name, word => word.Text!, StringComparer.Ordinal);

    private static Dictionary<string, string> ToDictionary(this IEnumerable<(string Name, string Hash)> pairs, StringComparer comparer) =>
        Enumerable.ToDictionary(pairs, pair => pair.Name, pair => pair.Hash, comparer);
}
