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
            return IsDated(article, index + 1, published) ? null : new PeriodPhrase(index, index + 1, ClaimScope.Incident, Id);
        }

        var inClause = index > 0 && article.Tokens[index - 1].Word.Text == "since";
        // "the early 1970's" are ten years.
        var isLong = index > 0 && article.Tokens[index - 1].Word.Text is "late" or "early" && index + 1 < article.Tokens.Length && article.Tokens[index + 1].Kind == TokenKind.PossessiveMark;
        var isYear = DateReader.Year(article, index) is not null && (index == 0 || article.Tokens[index - 1].Word.Text is not ("in" or "during" or "of" or "since" or "throughout" or "late" or "early"));
        if (DateReader.TryRead(article, index, published) is not { } date || ((isYear || isLong) && date.End == index + 1))
        {
            return null;
        }

        var isDay = date.IsDay;
        // "the siege of 2004, in which 330 died": the year of one event.
        isDay |= SinceRule.OpensClause(article, date.End) && IsOfEvent(article, index);
        return inClause && !SinceRule.OpensClause(article, date.End) ? null : new PeriodPhrase(index, date.End, isDay ? ClaimScope.Incident : ClaimScope.Period, Id, date.From, date.To)
        {
            HoldsBehindOnly = inClause || (isDay && SinceRule.OpensClause(article, date.End)),
        };
    }

    /// <summary>"overnight on 4 April", "overnight from 3 to 4 April": the days behind it say which night.</summary>
    private static bool IsDated(Article article, int behind, DateOnly? published)
    {
        if (behind >= article.Tokens.Length) return false;
        var at = article.Tokens[behind].Word.Text is "on" or "from" or "between" or "into" ? behind + 1 : behind;
        return DateReader.TryRead(article, at, published) is { IsDay: true } || (at > behind && DateReader.DayNumber(article, at) is not null);
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
