using CasualtyApi.Extraction.Assembly;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"on Tuesday", "yesterday", "on 3 January": a day is an incident's; a month or a year is a period.</summary>
internal sealed class DateRule : PeriodRule
{
    public override string Id => "periods.date";

    public override string Summary => "A day makes an incident, a month or a year a period; days are known only with the document's own date or an absolute one.";

    public override string Example => "Twelve people were killed on 3 January 1990.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        ref readonly var token = ref article.Tokens[index];
        if (token.Word.Text == "overnight")
        {
            return new PeriodPhrase(index, index + 1, ClaimScope.Incident, Id);
        }

        var inClause = index > 0 && article.Tokens[index - 1].Word.Text == "since";
        // "the early 1970's" are ten years.
        var isLong = index > 0 && article.Tokens[index - 1].Word.Text is "late" or "early" && index + 1 < article.Tokens.Length && article.Tokens[index + 1].Kind == TokenKind.PossessiveMark;
        var isYear = token.Kind == TokenKind.Number && (index == 0 || article.Tokens[index - 1].Word.Text is not ("in" or "during" or "of" or "since" or "throughout" or "late" or "early"));
        if (DateReader.TryRead(article, index, published) is not { } date || ((isYear || isLong) && date.End == index + 1))
        {
            return null;
        }

        var isDay = date.From == date.To && (date.From is not null || token.Is(WordClass.Weekday) || date.End > index + 1 || token.Word.Text is "yesterday" or "today" or "tonight");
        // "the siege of 2004, in which 330 died": the year of one event.
        isDay |= SinceRule.OpensClause(article, date.End) && IsOfEvent(article, index);
        return inClause && !SinceRule.OpensClause(article, date.End) ? null : new PeriodPhrase(index, date.End, isDay ? ClaimScope.Incident : ClaimScope.Period, Id, date.From, date.To)
        {
            HoldsBehindOnly = inClause || (isDay && SinceRule.OpensClause(article, date.End)),
        };
    }

    /// <summary>An event is named before the date, in its own clause.</summary>
    private static bool IsOfEvent(Article article, int date)
    {
        for (var at = date - 1; at >= 0 && at > date - 10 && article.Tokens[at].Kind != TokenKind.Punctuation; at--)
        {
            if (IncidentWords.IsEvent(article.Tokens[at]))
            {
                return true;
            }
        }

        return false;
    }
}
