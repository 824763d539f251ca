namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>All words the engine knows, looked up by their folded spelling. Built once, never changed.</summary>
internal sealed class Lexicon
{
    private readonly WordTable words;

    private Lexicon(LexiconBuilder builder)
    {
        words = new WordTable(builder.Words.Values);
        CountriesByCode = builder.CountriesByCode;
        OrganizationsByName = builder.OrganizationsByName;
    }

    public static Lexicon English { get; } = new(EnglishVocabulary.Load());

    public IReadOnlyDictionary<string, Country> CountriesByCode { get; }

    /// <summary>By canonical name.</summary>
    public IReadOnlyDictionary<string, Organization> OrganizationsByName { get; }

    public WordEntry? Find(ReadOnlySpan<char> folded) => words.Find(folded);

    /// <inheritdoc cref="WordTable.FindPlain"/>
    public WordEntry? FindPlain(ReadOnlySpan<char> folded, ulong letters) => words.FindPlain(folded, letters);
}
