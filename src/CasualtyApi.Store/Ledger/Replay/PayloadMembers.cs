using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>The members of a payload as the entities hold them.</summary>
internal static class PayloadMembers
{
    /// <summary>The length of "2025-01-31".</summary>
    private const int Day = 10;

    public static string? Text(this JsonElement state, string name) => state.GetProperty(name).GetString();

    public static long Number(this JsonElement state, string name) => state.GetProperty(name).GetInt64();

    /// <remarks>An entry that an earlier version wrote lacks the members that came later.</remarks>
    public static long? NumberOrNull(this JsonElement state, string name) =>
        state.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt64() : null;

    public static double? DegreesOrNull(this JsonElement state, string name) =>
        state.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    /// <remarks>By the reader of instants, which costs a twentieth of one that follows a pattern; of the forms it takes, a day alone has ten characters.</remarks>
    /// <exception cref="FormatException">It is no day.</exception>
    public static DateOnly? DayOrNull(this JsonElement state, string name)
    {
        var day = state.GetProperty(name);
        if (day.ValueKind == JsonValueKind.Null) return null;
        return day.GetString()!.Length == Day ? DateOnly.FromDateTime(day.GetDateTime()) : throw new FormatException($"'{day}' is no day.");
    }

    /// <summary>Of what a state names whole: a party, a place.</summary>
    public static long? IdOrNull(this JsonElement state, string name) =>
        state.GetProperty(name) is { ValueKind: JsonValueKind.Object } named ? named.Number("id") : null;

    public static TTerm Term<TTerm>(this JsonElement state, string name)
        where TTerm : struct, Enum => Kebab.Parse<TTerm>(state.Text(name)!);

    public static List<TItem> List<TItem>(this JsonElement state, string name, Func<JsonElement, int, TItem> item) =>
        [.. state.GetProperty(name).EnumerateArray().Select(item)];
}
