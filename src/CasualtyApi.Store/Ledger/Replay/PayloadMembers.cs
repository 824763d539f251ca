using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>The members of a payload as the entities hold them.</summary>
internal static class PayloadMembers
{
    public static string? Text(this JsonElement state, string name) => state.GetProperty(name).GetString();

    public static long Number(this JsonElement state, string name) => state.GetProperty(name).GetInt64();

    /// <remarks>An entry that an earlier version wrote lacks the members that came later.</remarks>
    public static long? NumberOrNull(this JsonElement state, string name) =>
        state.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt64() : null;

    public static double? DegreesOrNull(this JsonElement state, string name) =>
        state.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    /// <remarks>As an instant, whose reader costs a twentieth of one that follows a pattern.</remarks>
    public static DateOnly? DayOrNull(this JsonElement state, string name) =>
        state.GetProperty(name) is { ValueKind: not JsonValueKind.Null } day ? DateOnly.FromDateTime(day.GetDateTime()) : null;

    /// <summary>Of what a state names whole: a party, a place.</summary>
    public static long? IdOrNull(this JsonElement state, string name) =>
        state.GetProperty(name) is { ValueKind: JsonValueKind.Object } named ? named.Number("id") : null;

    public static TTerm Term<TTerm>(this JsonElement state, string name)
        where TTerm : struct, Enum => Kebab.Parse<TTerm>(state.Text(name)!);

    public static List<TItem> List<TItem>(this JsonElement state, string name, Func<JsonElement, int, TItem> item) =>
        [.. state.GetProperty(name).EnumerateArray().Select(item)];
}
