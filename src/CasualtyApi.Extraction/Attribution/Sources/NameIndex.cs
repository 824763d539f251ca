using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>Where an article names somebody in full, so that a bare surname finds its name wherever that stands. Made when first asked.</summary>
internal sealed class NameIndex(ParsedArticle parsed)
{
    private Dictionary<string, int>? lastTokens;

    /// <summary>The first full name that ends on a surname, with its noun phrase.</summary>
    public (NounPhrase Noun, PersonName Name)? Find(string surname)
    {
        if (!(lastTokens ??= Index()).TryGetValue(surname, out var token))
        {
            return null;
        }

        foreach (var chunk in parsed.ChunksOf(parsed.SentenceOf(token)))
        {
            if (chunk is NounPhrase { HasName: true } noun && noun.NameEnd == token + 1 && PersonName.In(parsed.Article, noun) is { HasGivenName: true } name)
            {
                return (noun, name);
            }
        }

        return null;
    }

    private Dictionary<string, int> Index()
    {
        var article = parsed.Article;
        var tokens = article.Tokens;
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 1; at < tokens.Length; at++)
        {
            if (tokens[at - 1].Is(WordClass.GivenName) && tokens[at].Kind == TokenKind.Word && tokens[at].Capitalized && !tokens[at].Is(WordClass.Function)
                && (at + 1 >= tokens.Length || !tokens[at + 1].Is(WordClass.GivenName)) && tokens[at].End - tokens[at].Start < 40)
            {
                found.TryAdd(CharacterClass.Folded(article.TextOf(tokens[at])), at);
            }
        }

        return found;
    }
}
