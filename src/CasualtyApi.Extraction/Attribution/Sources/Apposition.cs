using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>What stands between commas behind a name: "John Smith, a spokesman for the Interior Ministry,".</summary>
internal static class Apposition
{
    /// <summary>The tokens of the role, without its article, or null.</summary>
    public static (int First, int End)? Behind(Passage passage, int unit)
    {
        var at = UnitBehind(passage, unit);
        if (unit < 0 || !passage.Is(at - 1, ChunkKind.Comma) || passage.Noun(at) is not { IsPronoun: false, HasName: false } noun
            || !IsRole(passage.Article, noun))
        {
            return null;
        }

        var end = NounPhraseWalk.EndOf(passage, at);
        if (end < passage.Count && !passage.Is(end, ChunkKind.Comma) && !passage.Is(end, ChunkKind.Stop) && !passage.Is(end, ChunkKind.Relative) && !passage.IsQuotation(end))
        {
            return null;
        }

        var first = noun.First;
        while (first < noun.Head && passage.Article.Tokens[first].Is(WordClass.Article | WordClass.Determiner | WordClass.Possessive))
        {
            first++;
        }

        return (first, passage[end - 1].End);
    }

    /// <summary>The unit where an apposition stands, over an age: "Ahmed, 34, [a taxi driver]".</summary>
    public static int UnitBehind(Passage passage, int unit)
    {
        var isAge = passage.Is(unit + 1, ChunkKind.Comma) && passage.Is(unit + 3, ChunkKind.Comma) && unit + 2 < passage.Count
            && passage.Token(unit + 2).Kind == TokenKind.Number && passage[unit + 2].End == passage[unit + 2].First + 1;
        return isAge ? unit + 4 : unit + 2;
    }

    /// <summary>The body worded inside a role: "the Interior Ministry" of "spokesman for the Interior Ministry".</summary>
    public static Source? Body(Passage? passage, Bodies bodies, int first, int end)
    {
        for (var unit = passage?.UnitBehind(first) ?? 0; passage is not null && unit < passage.Count && passage[unit].First < end; unit++)
        {
            if (passage.Noun(unit) is { HasName: false } noun && bodies.Named(noun) is { } body)
            {
                return body;
            }
        }

        return null;
    }

    public static bool IsRole(Article article, NounPhrase noun) =>
        article.Tokens[noun.Head].Is(WordClass.PersonNoun | WordClass.Title | WordClass.Role) && noun is { IsElliptic: false, Count: null or { Low: 1, High: 1 } };
}
