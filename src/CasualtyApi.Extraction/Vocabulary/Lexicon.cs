using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>All words the engine knows, looked up by their folded spelling. Built once, never changed.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> words;

    private Lexicon(LexiconBuilder builder)
    {
        words = builder.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        CountriesByCode = builder.CountriesByCode;
        OrganizationsByName = builder.OrganizationsByName;
    }

    public static Lexicon English { get; } = new(EnglishVocabulary.Load());

    public IReadOnlyDictionary<string, Country> CountriesByCode { get; }

    /// <summary>By canonical name.</summary>
    public IReadOnlyDictionary<string, Organization> OrganizationsByName { get; }

    public Word? Find(ReadOnlySpan<char> folded) => words.TryGetValue(folded, out var word) ? word : null;
}
