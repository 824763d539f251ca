using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"the recent week", "the past 24 hours", "last month", "this year": a window that closes.</summary>
internal sealed class WindowRule : PeriodRule
{
    public override string Id => "periods.window";

    public override string Summary => "A window of time that closes, counted back from the time of speaking.";

    public override string Example => "Over the past 24 hours, 12 soldiers were killed.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        var tokens = article.Tokens;
        var at = tokens[index].Is(WordClass.Article | WordClass.Possessive) ? index + 1 : index;
        if (at + 1 >= tokens.Length || tokens[at].Word.Text is not ("past" or "last" or "previous" or "recent" or "preceding" or "latest" or "this" or "same"))
        {
            return null;
        }

        if (at == index && tokens[at].Word.Text == "this" && tokens[at + 1].Word.Text is "morning" or "afternoon" or "evening")
        {
            return new PeriodPhrase(index, at + 2, ClaimScope.Incident, Id, published, published);
        }

        var next = at + 1;
        var units = 1L;
        if (NumberReader.TryReadWhole(article, next) is { } number)
        {
            (next, units) = (number.End, number.Count);
        }
        else if (tokens[next].Is(WordClass.VagueNumber))
        {
            (next, units) = (next + 1, 0);
        }

        if (next < tokens.Length && tokens[next].Word.Text == "period" && next == at + 1 && tokens[at].Word.Text is "same" or "this" or "previous" or "preceding")
        {
            return new PeriodPhrase(index, OverYear(article, next + 1), ClaimScope.Period, Id);
        }

        if (next >= tokens.Length || !tokens[next].Is(WordClass.TimeUnit) || (at == index && tokens[at].Word.Text is "recent" or "latest" && units == 1 && !tokens[next].Word.IsPlural && !Plural(tokens[next])))
        {
            return null;
        }

        // "last night" and "this day" are one day, not a window.
        var unit = tokens[next].Word;
        var isSingle = unit.Value == 1 && units == 1 && !Plural(tokens[next]);
        var isDay = isSingle && (tokens[at].Word.Text is "last" or "this" && tokens[index].Is(WordClass.Article) is false || tokens[at].Word.Text is "previous" or "preceding" or "same");
        var scope = isDay ? ClaimScope.Incident : ClaimScope.Period;
        if (units == 0 || published is not { } today || tokens[at].Word.Text is "same" or "previous" or "preceding")
        {
            // "the same week" is a week that the text has named, not the one that ends today.
            return new PeriodPhrase(index, tokens[at].Word.Text == "same" ? OverYear(article, next + 1) : next + 1, scope, Id);
        }

        var (from, to) = at == index && next == at + 1 && tokens[at].Word.Text is "last" or "this"
            ? CalendarSpan.Of(unit.Value, isLast: tokens[at].Word.Text == "last", today)
            : (today.AddDays(-(int)Math.Min(unit.Value == 0 ? (units + 23) / 24 : unit.Value * units, 36500)), today);
        return new PeriodPhrase(index, next + 1, scope, Id, from, to);
    }

    /// <summary>"the same period [of last year]", "the same month [in 2022]": the words that say whose period it is.</summary>
    private static int OverYear(Article article, int end)
    {
        var tokens = article.Tokens;
        var at = end < tokens.Length && tokens[end].Word.Text is "of" or "in" or "a" ? end + 1 : end;
        if (at < tokens.Length && tokens[at].Word.Text is "last" or "previous" or "the" && at + 1 < tokens.Length)
        {
            at += tokens[at].Word.Text == "the" && tokens[at + 1].Word.Text is "previous" or "preceding" ? 2 : 1;
        }

        return at < tokens.Length && (tokens[at].Word.Text is "year" or "month" or "week" || (tokens[at].Kind == TokenKind.Number && at == end + 1 && tokens[at].End - tokens[at].Start == 4))
            ? at + (at + 1 < tokens.Length && tokens[at + 1].Word.Text == "earlier" ? 2 : 1)
            : end;
    }

    private static bool Plural(in Token token) => token.Word.Text.EndsWith('s');
}
