using System.Collections.Frozen;
using System.Text.Json;

namespace CasualtyApi.Store.Terms;

/// <summary>
/// Terms as the API and the database spell them: <c>KilledOrInjured</c> is "killed-or-injured". One spelling in both, so
/// that a row reads like an answer.
/// </summary>
public static class Kebab
{
    public static string Of<TTerm>(TTerm term)
        where TTerm : struct, Enum => Spelling<TTerm>.Words[term];

    /// <summary>Every spelling, in the order the members are declared.</summary>
    public static IReadOnlyList<string> All<TTerm>()
        where TTerm : struct, Enum => Spelling<TTerm>.All;

    /// <exception cref="KeyNotFoundException">The word spells no term.</exception>
    public static TTerm Parse<TTerm>(string word)
        where TTerm : struct, Enum => Spelling<TTerm>.Terms[word];

    public static bool TryParse<TTerm>(string word, out TTerm term)
        where TTerm : struct, Enum => Spelling<TTerm>.Terms.TryGetValue(word, out term);

    private static class Spelling<TTerm>
        where TTerm : struct, Enum
    {
        public static readonly FrozenDictionary<TTerm, string> Words = Enum.GetValues<TTerm>()
            .ToFrozenDictionary(term => term, term => JsonNamingPolicy.KebabCaseLower.ConvertName(term.ToString()));

        public static readonly FrozenDictionary<string, TTerm> Terms =
            Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<TTerm>().Select(term => Words[term])];
    }
}
