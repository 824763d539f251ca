namespace CasualtyApi.Store.Search;

/// <summary>
/// What somebody looks for: terms that must all be there, each a word or a phrase. Whatever else is typed is no syntax:
/// "AND (", "*" and "name:" are words, or nothing.
/// </summary>
/// <param name="All">Each term is the words of a phrase, in order.</param>
public sealed record SearchTerms(IReadOnlyList<IReadOnlyList<string>> All)
{
    /// <summary>How many words a query may have.</summary>
    public const int MostWords = 32;

    private static readonly char[] Quotes = ['"', '“', '”', '„', '«', '»'];

    /// <param name="query">Words and "phrases"; a quotation mark without its other is none.</param>
    public static SearchTerms Read(string query)
    {
        var terms = new List<IReadOnlyList<string>>();
        for (var start = 0; start < query.Length;)
        {
            var open = query.IndexOfAny(Quotes, start);
            var close = open < 0 ? -1 : query.IndexOfAny(Quotes, open + 1);
            if (close < 0)
            {
                terms.AddRange(WordsOf(query[start..]));
                break;
            }

            terms.AddRange(WordsOf(query[start..open]));
            terms.Add(PhraseOf(query[(open + 1)..close]));
            start = close + 1;
        }

        return new([.. terms.Where(term => term.Count > 0).DistinctBy(term => string.Join(' ', term))]);
    }

    /// <summary>Where a text has any of the terms, from word to word of it, in order.</summary>
    public IEnumerable<(int Term, SearchWord First, SearchWord Last)> In(string text)
    {
        var words = SearchWord.In(text).ToList();
        for (var at = 0; at < words.Count; at++)
        {
            for (var term = 0; term < All.Count; term++)
            {
                if (StandsAt(words, at, All[term])) yield return (term, words[at], words[at + All[term].Count - 1]);
            }
        }
    }

    // What stands between spaces and holds several words, such as "N'Djamena", is a phrase.
    private static IEnumerable<IReadOnlyList<string>> WordsOf(string query) =>
        query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(PhraseOf);

    private static IReadOnlyList<string> PhraseOf(string query) => [.. SearchWord.In(query).Select(word => word.Folded)];

    private static bool StandsAt(List<SearchWord> words, int at, IReadOnlyList<string> term)
    {
        if (at + term.Count > words.Count) return false;
        for (var next = 0; next < term.Count; next++)
        {
            if (words[at + next].Folded != term[next]) return false;
        }

        return true;
    }
}
