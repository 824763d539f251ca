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
            // "overnight on 5 May 2019"
            var night = index + 2 < article.Tokens.Length && article.Tokens[index + 1].Word.Text is "on" or "from" ? DateReader.TryRead(article, index + 2, published) : null;
            return new PeriodPhrase(index, night?.End ?? index + 1, ClaimScope.Incident, Id, night?.From, night?.To);
        }

        var inClause = index > 0 && article.Tokens[index - 1].Word.Text == "since";
        // "the early 1970's" are ten years.
        var isLong = index > 0 && article.Tokens[index - 1].Word.Text is "late" or "early" && index + 1 < article.Tokens.Length && article.Tokens[index + 1].Kind == TokenKind.PossessiveMark;
        var isYear = DateReader.Year(article, index) is not null && !IsOfNamedEvent(article, index) && (index == 0 || article.Tokens[index - 1].Word.Text is not ("in" or "during" or "of" or "since" or "throughout" or "late" or "early"));
        if (DateReader.TryRead(article, index, published) is not { } date || ((isYear || isLong) && date.End == index + 1))
        {
            return null;
        }

        var isDay = date.From == date.To && (date.From is not null || token.Is(WordClass.Weekday) || date.End > index + 1 || token.Word.Text is "yesterday" or "today" or "tonight");
        // "the siege of 2004, in which 330 died", "the 2011 earthquake": the year of one event.
        isDay |= IsOfNamedEvent(article, index) && IncidentWords.IsEvent(article.Tokens[index + 1]);
        isDay |= SinceRule.OpensClause(article, date.End) && IsOfEvent(article, index);
        return inClause && !SinceRule.OpensClause(article, date.End) ? null : new PeriodPhrase(index, date.End, isDay ? ClaimScope.Incident : ClaimScope.Period, Id, date.From, date.To)
        {
            HoldsBehindOnly = inClause || (isDay && SinceRule.OpensClause(article, date.End)),
        };
    }

    /// <summary>"the [1994] genocide", "a [2015] bombing": a year before what happened then.</summary>
    private static bool IsOfNamedEvent(Article article, int year) =>
        year > 0 && year + 1 < article.Tokens.Length && article.Tokens[year - 1].Is(WordClass.Article | WordClass.Possessive) && DateReader.Year(article, year) is not null
        && article.Tokens[year + 1].Word is { NotPeople: "event" } or { CasualtyNoun.Frame: Vocabulary.CasualtyFrame.Event } or { Text: "war" or "floods" or "famine" };

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
