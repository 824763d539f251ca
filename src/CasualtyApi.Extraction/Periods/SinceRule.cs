using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"since February", "so far", "to date": a running count up to the time of speaking.</summary>
internal sealed class SinceRule : PeriodRule
{
    public override string Id => "periods.since";

    public override string Summary => "A running count from a baseline to the time of speaking.";

    public override string Example => "More than 300 people have been killed since February.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        var word = tokens[index].Word.Text;
        if ((word is "so" or "thus" && index + 1 < tokens.Length && tokens[index + 1].Word.Text == "far")
            || (word == "to" && index + 1 < tokens.Length && tokens[index + 1].Word.Text == "date"))
        {
            return new PeriodPhrase(index, index + 2, ClaimScope.Total, Id, null, published);
        }

        if (word != "since" || index + 1 >= tokens.Length)
        {
            return null;
        }

        // Up to the end of the phrase: a mark, a verb or a preposition that does not belong to a date.
        var end = index + 1;
        while (end < tokens.Length && end < index + 9 && (tokens[end].Kind is TokenKind.Word or TokenKind.Number or TokenKind.PossessiveMark || (CharacterClass.IsDash(article.Text[tokens[end].Start]) && !tokens[end].SpaceBefore))
            && !tokens[end].Has(TokenFlags.BlankLineBefore)
            && (!tokens[end].Is(WordClass.Auxiliary | WordClass.Coordinator | WordClass.Relative | WordClass.Preposition | WordClass.Pronoun) || tokens[end].Word.Text is "of" or "in" or "its"))
        {
            end++;
        }

        if (end == index + 1)
        {
            return null;
        }

        var day = DateReader.TryRead(article, index + 1, published);
        return new PeriodPhrase(index, end, ClaimScope.Total, Id, day?.From, day is null ? null : published);
    }
}
