using System.Globalization;
using System.Text;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.OpenApi;

namespace CasualtyApi.Http;

/// <summary>The kinds of parameter there are.</summary>
internal static class QueryFields
{
    public static QueryList<TEnum> Choices<TEnum>(string name, string description, string? example = null) where TEnum : struct, Enum =>
        new(name, description, ReadChoice<TEnum>) { Words = Kebab.All<TEnum>(), Example = example };

    /// <summary>One word of an enumeration.</summary>
    public static QueryField<TEnum> OneOf<TEnum>(string name, string description, TEnum byDefault) where TEnum : struct, Enum =>
        new(name, description, ReadChoice<TEnum>) { Words = Kebab.All<TEnum>(), Default = Kebab.Of(byDefault) };

    public static QueryField<string> Word(string name, string description, string[] words, string? byDefault = null, bool selects = true, string? unless = null) =>
        new(name, description, word => ReadWord(word, words)) { Words = words, Default = byDefault, DefaultUnless = unless, Selects = selects };

    /// <summary>A switch that is off unless asked for.</summary>
    public static QueryField<bool> Flag(string name, string description, bool selects = true) =>
        new(name, description, ReadBoolean) { Type = JsonSchemaType.Boolean, Default = "false", Selects = selects };

    /// <summary>A choice between records that have something and records that have not; absent, both.</summary>
    public static QueryField<bool> Choice(string name, string description) =>
        new(name, description, ReadBoolean) { Type = JsonSchemaType.Boolean };

    public static QueryField<string> Text(string name, string description) =>
        new(name, description, word => Folding.Fold(word).EnumerateRunes().Any(Rune.IsLetterOrDigit) ? (word, null) : (null, "has no word to look for; a word has letters or digits."));

    public static QueryField<long?> Number(
        string name, string description, long least, long most, long? byDefault = null, string? example = null, bool selects = true) =>
        new(name, description, word => ReadNumber(word, least, most))
        {
            Type = JsonSchemaType.Integer,
            Format = most > int.MaxValue ? "int64" : "int32",
            Minimum = least,
            Maximum = most,
            Default = byDefault?.ToString(CultureInfo.InvariantCulture),
            Example = example,
            Selects = selects,
        };

    public static QueryField<DateOnly?> Date(string name, string description) =>
        new(name, description, word => DateOnly.TryParseExact(word, Days.Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, null)
            : (null, $"'{word}' is no date; dates are written '2024-12-31'."))
        { Format = "date" };

    /// <summary>An instant, in UTC milliseconds since 1970; a date alone is its first moment.</summary>
    public static QueryField<long> Since(string name, string description) =>
        new(name, description + " An instant such as `2025-01-31T12:00:00Z`, or a date.", word =>
            DateTimeOffset.TryParseExact(word, Instant.Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? (instant.ToUnixTimeMilliseconds(), null)
                : (0, $"'{word}' is no instant; instants are written '2025-01-31T12:00:00Z', and a '+' in an address '%2B'."));

    /// <summary>Words that no list foresees; case and accents are folded.</summary>
    public static QueryList<string> Folded(string name, string description) =>
        new(name, description, word => Folding.Fold(word) is { Length: > 0 } folded ? (folded, null) : (null, "has an empty value."));

    /// <summary>Ids or exact names; what they name is resolved against the store later.</summary>
    public static QueryList<string> Names(string name, string description, string? example = null) =>
        new(name, description, word => word.Length == 0 ? (null, "has an empty value.") : (word, null))
        { KeepsCommas = true, Example = example };

    public static QueryList<string> Countries(string name, string description, string? example = null) =>
        new(name, description, word => CountryCodes.Contains(word.ToUpperInvariant())
            ? (word.ToUpperInvariant(), null)
            : (null, $"'{word}' is no country code; codes are those of ISO 3166-1: 'UA' for Ukraine, 'GB' for the United Kingdom."))
        { Pattern = "^[A-Za-z]{2}$", Example = example };

    private static (TEnum, string?) ReadChoice<TEnum>(string word) where TEnum : struct, Enum =>
        Kebab.TryParse<TEnum>(word, out var value) ? (value, null) : (default, NotAmong(word, Kebab.All<TEnum>()));

    private static (bool, string?) ReadBoolean(string word) => word switch
    {
        "true" => (true, null),
        "false" => (false, null),
        _ => (false, $"'{word}' is neither 'true' nor 'false'."),
    };

    private static (string?, string?) ReadWord(string word, string[] words) =>
        words.Contains(word, StringComparer.Ordinal) ? (word, null) : (null, NotAmong(word, words));

    private static (long?, string?) ReadNumber(string word, long least, long most) =>
        word.StartsWith('+') || !long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (null, $"'{word}' is no whole number.")
            : number < least || number > most
                ? (null, $"{number} is out of range; it goes from {least} to {most}.")
                : (number, null);

    /// <summary>Whether a word is an id rather than a name.</summary>
    public static bool IsId(string word, out long id) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out id);

    public static string NotAmong(string word, IEnumerable<string> words) =>
        word.Length == 0
            ? "has an empty value."
            : $"'{word}' is not among its values.{Nearest.Question(word, words)} The values are: {string.Join(", ", words)}.";
}
