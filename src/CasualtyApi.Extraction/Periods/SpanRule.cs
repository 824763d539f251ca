using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"in two decades", "over 100 days", "in the first half of 2023", "over the weekend": a stretch of time by its length or its name.</summary>
internal sealed class SpanRule : PeriodRule
{
    public override string Id => "periods.span";

    public override string Summary => "A stretch of time told by its length or as a part of a year: \"in two decades\", \"in the first half of 2023\", \"over the weekend\".";

    public override string Example => "The group has killed 70,000 people in two decades.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (tokens[index].Word.Text is not ("in" or "over" or "during" or "within" or "throughout") || index + 2 >= tokens.Length || SinceRule.IsCompared(article, index))
        {
            return null;
        }

        return Length(article, index) ?? Named(article, index) ?? PartOfYear(article, index, published);
    }

    /// <summary>"in two decades", "over 100 days"; not "in three days of fighting", which is one event.</summary>
    private PeriodPhrase? Length(Article article, int index)
    {
        var tokens = article.Tokens;
        var at = tokens[index + 1].Word.Text is "about" or "nearly" or "almost" or "just" or "some" ? index + 2 : index + 1;
        if (NumberReader.TryReadWhole(article, at) is not { } number || number.End >= tokens.Length || !tokens[number.End].Is(WordClass.TimeUnit) || tokens[number.End].Word.Value == 0)
        {
            return null;
        }

        return number.End + 1 < tokens.Length && tokens[number.End + 1].Word.Text is "of" or "and" ? null : new PeriodPhrase(index + 1, number.End + 1, ClaimScope.Period, Id);
    }

    /// <summary>"over the weekend", "over the quarter", "throughout the year".</summary>
    private PeriodPhrase? Named(Article article, int index) =>
        article.Tokens[index].Word.Text is "over" or "during" or "throughout" && article.Tokens[index + 1].Word.Text == "the"
        && article.Tokens[index + 2].Word.Text is "weekend" or "quarter" or "year" or "month" or "week" or "decade" && !(index + 3 < article.Tokens.Length && article.Tokens[index + 3].Word.Text is "before" or "after" or "to")
            ? new PeriodPhrase(index + 1, index + 3, ClaimScope.Period, Id)
            : null;

    /// <summary>"the first half of 2023", "the first three months of the year", "the second quarter".</summary>
    private PeriodPhrase? PartOfYear(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        if (tokens[index + 1].Word.Text != "the" || !(tokens[index + 2].Is(WordClass.Ordinal) || tokens[index + 2].Word.Text is "first" or "second" or "last") || index + 3 >= tokens.Length)
        {
            return null;
        }

        var at = index + 3;
        var months = 0L;
        if (NumberReader.TryReadWhole(article, at) is { } number && number.End < tokens.Length && tokens[number.End].Word.Text is "months" or "weeks" or "days")
        {
            months = tokens[number.End].Word.Text == "months" ? number.Count : 0;
            at = number.End;
        }
        else if (tokens[at].Word.Text is "half" or "quarter")
        {
            months = tokens[at].Word.Text == "half" ? 6 : 3;
        }
        else
        {
            return null;
        }

        var end = at + 1;
        if (end < tokens.Length && tokens[end].Word.Text == "of" && end + 1 < tokens.Length)
        {
            var of = tokens[end + 1].Word.Text is "this" or "last" or "the" && end + 2 < tokens.Length && tokens[end + 2].Word.Text == "year" ? end + 3 : DateReader.TryRead(article, end + 1, published)?.End ?? end;
            end = of;
        }

        return new PeriodPhrase(index + 1, end, ClaimScope.Period, Id, null, null);
    }
}
