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

        if (IsAsOf(article, index) && DateReader.TryRead(article, index + 2, published) is { } until)
        {
            return new PeriodPhrase(index, until.End, ClaimScope.Total, Id, null, until.To);
        }

        if (Until(article, index, published) is { } upTo)
        {
            return upTo;
        }

        if (word != "since" || index + 1 >= tokens.Length || (index > 0 && tokens[index - 1].Is(WordClass.Have)) || IsCompared(article, index))
        {
            return null;
        }

        if (DateReader.TryRead(article, index + 1, published) is { } direct && IsWhole(article, direct.End))
        {
            return new PeriodPhrase(index, direct.End, ClaimScope.Total, Id, direct.From, direct.From is null ? null : published);
        }

        // Up to the end of the phrase: a mark, a verb or a preposition that does not belong to a date.
        var end = index + 1;
        while (end < tokens.Length && end < index + 9 && (tokens[end].Kind is TokenKind.Word or TokenKind.Number or TokenKind.PossessiveMark || (CharacterClass.IsDash(article.Text[tokens[end].Start]) && !tokens[end].SpaceBefore))
            && !tokens[end].Has(TokenFlags.BlankLineBefore)
            && ((end == index + 1 && tokens[end].Word.Text is "it" or "they") || !tokens[end].Is(WordClass.Auxiliary | WordClass.Coordinator | WordClass.Relative | WordClass.Preposition | WordClass.Pronoun) || tokens[end].Word.Text is "of" or "in" or "its" || IsDated(article, end) || (tokens[end].Is(WordClass.Month) && tokens[end].Capitalized)))
        {
            end++;
        }

        if (end == index + 1)
        {
            return null;
        }

        DateWords? began = null;
        for (var at = index + 1; at < end && began is null; at++)
        {
            began = DateReader.TryRead(article, at, published);
        }

        return new PeriodPhrase(index, end, ClaimScope.Total, Id, began?.From, began is null ? null : published);
    }

    /// <summary>"By Monday 12 people had died", "by the end of 2016", "until 30 April", "up to June 2020": a running count to a day told.</summary>
    private PeriodPhrase? Until(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (!IsUntil(article, index)) return null;
        var at = index + (tokens[index].Word.Text == "up" ? 2 : 1);
        at += at + 3 < tokens.Length && tokens[at].Word.Text == "the" && tokens[at + 1].Word.Text == "end" && tokens[at + 2].Word.Text == "of" ? 3 : at + 1 < tokens.Length && tokens[at].Word.Text is "late" or "early" or "the" ? 1 : 0;
        return DateReader.TryRead(article, at, published) is { } date && !IsCount(article, index, at, date) && !IsName(article, index, date.End)
            ? new PeriodPhrase(index, date.End, ClaimScope.Total, Id, null, date.To)
            : null;
    }

    /// <summary>"by", "until", "up to": words that a day or a year may follow as the end of a count.</summary>
    private static bool IsUntil(Article article, int index) =>
        article.Tokens[index].Word.Text is "by" or "until" or "till" or "through"
        || (article.Tokens[index].Word.Text == "up" && index + 1 < article.Tokens.Length && article.Tokens[index + 1].Word.Text == "to");

    /// <summary>"up to 2000 were killed", "rose by 2000", "by 2000 men": a number and no year.</summary>
    private static bool IsCount(Article article, int index, int at, DateWords date)
    {
        var tokens = article.Tokens;
        return at == index + (tokens[index].Word.Text == "up" ? 2 : 1) && date.End == at + 1 && tokens[at].Kind == TokenKind.Number && !date.IsDay
            && (tokens[index].Word.Text is not ("by" or "until") || (date.End < tokens.Length && tokens[date.End].Is(WordClass.PersonNoun | WordClass.Noun | WordClass.NotPeople | WordClass.Adjective | WordClass.Demonym))
                || (index > 0 && tokens[index - 1].Word.Verb?.Lemma is "rise" or "increase" or "grow" or "fall" or "drop" or "jump" or "climb" or "exceed"));
    }

    /// <summary>"by 17 November gunmen", "by Friday's strike", "by March 23 Movement": whoever or whatever is named with a date.</summary>
    private static bool IsName(Article article, int index, int end) =>
        end < article.Tokens.Length && article.Tokens[index].Word.Text == "by" && (article.Tokens[end].Kind == TokenKind.PossessiveMark
            || (!article.Tokens[index].Capitalized && article.Tokens[end].Is(WordClass.PersonNoun | WordClass.Noun | WordClass.NotPeople)));

    /// <summary>A date is the whole baseline unless more of it follows: "since October 7", but "since February's coup", "since the 2021 coup in Mali".</summary>
    private static bool IsWhole(Article article, int end) =>
        end >= article.Tokens.Length || !(article.Tokens[end].Kind == TokenKind.PossessiveMark || CharacterClass.IsDash(article.Text[article.Tokens[end].Start])
            || article.Tokens[end].Word.NotPeople is not null || article.Tokens[end].Word.Text is "of" or "in" or "when" || (article.IsMark(end, ',') && SinceRule.OpensClause(article, end)));

    /// <summary>"as of 19 December", "until 30 June": a count's last day, with no word of its first.</summary>
    public static bool IsEnd(Article article, PeriodPhrase phrase) =>
        IsAsOf(article, phrase.First) || (phrase.Rule == "periods.since" && IsUntil(article, phrase.First));

    /// <summary>"as of 19 December".</summary>
    private static bool IsAsOf(Article article, int index) =>
        article.Tokens[index].Word.Text == "as" && index + 2 < article.Tokens.Length && article.Tokens[index + 1].Word.Text == "of";

    /// <summary>"since 2008, when 166 people died": the year of that clause, and no baseline.</summary>
    public static bool OpensClause(Article article, int end) =>
        end + 2 < article.Tokens.Length && article.IsMark(end, ',')
        && (article.Tokens[end + 1].Word.Text == "when" || (article.Tokens[end + 1].Word.Text is "in" or "during" && article.Tokens[end + 2].Word.Text == "which"));

    /// <summary>"on 15 December" behind what began then.</summary>
    private static bool IsDated(Article article, int on) =>
        article.Tokens[on].Word.Text == "on" && on + 1 < article.Tokens.Length && article.Tokens[on + 1].Is(WordClass.Month | WordClass.Weekday | WordClass.Cardinal);

    /// <summary>"third", "worst", "deadliest".</summary>
    public static bool IsRank(Article article, in Token token) =>
        token.Is(WordClass.Ordinal) || token.Word.Text is "first" or "worst" or "most" or "highest" or "lowest" or "largest" or "biggest" or "greatest" or "gravest" or "fiercest"
        || (!token.Is(WordClass.PersonNoun) && article.TextOf(token).EndsWith("iest", StringComparison.OrdinalIgnoreCase));

    /// <summary>"the deadliest attack since 2008" ranks an event; it counts nothing from there.</summary>
    public static bool IsCompared(Article article, int since)
    {
        for (var at = since - 1; at >= 0 && at > since - 9; at--)
        {
            ref readonly var token = ref article.Tokens[at];
            if (IsRank(article, token))
            {
                return true;
            }

            if (token.Kind == TokenKind.Punctuation && article.Text[token.Start] is '.' or ',' or ';')
            {
                return false;
            }
        }

        return false;
    }
}
