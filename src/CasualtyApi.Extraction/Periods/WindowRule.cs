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

        var next = at + 1;
        var units = 1L;
        if (NumberReader.TryRead(article, next) is { } number)
        {
            (next, units) = (number.End, number.Value);
        }
        else if (tokens[next].Is(WordClass.VagueNumber))
        {
            (next, units) = (next + 1, 0);
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
            return new PeriodPhrase(index, next + 1, scope, Id);
        }

        var (from, to) = at == index && next == at + 1 && tokens[at].Word.Text is "last" or "this"
            ? CalendarSpan.Of(unit.Value, isLast: tokens[at].Word.Text == "last", today)
            : (today.AddDays(-(int)Math.Min(unit.Value == 0 ? (units + 23) / 24 : unit.Value * units, 36500)), today);
        return new PeriodPhrase(index, next + 1, scope, Id, from, to);
    }

    private static bool Plural(in Token token) => token.Word.Text.EndsWith('s');
}
