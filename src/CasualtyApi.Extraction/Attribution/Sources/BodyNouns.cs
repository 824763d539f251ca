using System.Collections.Frozen;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>Nouns for bodies that speak: "ministry" a government's, "army" a military's, "newspaper" a medium's.</summary>
internal static class BodyNouns
{
    private static readonly FrozenDictionary<string, SourceKind> Kinds = Table.Read("body-nouns.tsv")
        .SelectMany(row => new[] { (Noun: LexiconBuilder.Fold(row[0]), Kind: row[1]), (Noun: Inflection.Plural(LexiconBuilder.Fold(row[0])), Kind: row[1]) })
        .DistinctBy(row => row.Noun)
        .ToFrozenDictionary(row => row.Noun, row => KebabCase.Parse<SourceKind>(row.Kind), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SourceKind>.AlternateLookup<ReadOnlySpan<char>> BySpelling = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of the body whose last word a token is, or null.</summary>
    public static SourceKind? KindOf(Article article, int token)
    {
        if (article.Tokens[token].Word.Text.Length > 0)
        {
            return Kinds.TryGetValue(article.Tokens[token].Word.Text, out var known) ? known : null;
        }

        var text = article.TextOf(article.Tokens[token]);
        Span<char> folded = stackalloc char[32];
        if (text.Length > folded.Length)
        {
            return null;
        }

        for (var at = 0; at < text.Length; at++)
        {
            folded[at] = CharacterClass.Fold(text[at]);
        }

        return BySpelling.TryGetValue(folded[..text.Length], out var kind) ? kind : null;
    }
}
