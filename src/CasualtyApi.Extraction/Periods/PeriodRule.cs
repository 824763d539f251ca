using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>One family of words of time.</summary>
internal abstract class PeriodRule : Rule
{
    /// <summary>The words that begin at a token, or null.</summary>
    /// <param name="article">The text.</param>
    /// <param name="index">The token.</param>
    /// <param name="published">The document's own day, if known.</param>
    public abstract PeriodPhrase? TryRead(Article article, int index, DateOnly? published);
}
