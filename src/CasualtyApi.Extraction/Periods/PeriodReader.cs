using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>Finds the words of time that a claim stands under: the nearest in its sentence.</summary>
internal static class PeriodReader
{
    /// <summary>How many words before its time a rank may stand.</summary>
    private const int RankReach = 8;

    private static readonly PeriodRule[] InOrder =
    [
        new RateRule(), new SinceRule(), new UpToRule(), new AfterRule(), new WeekRule(), new WindowRule(), new SpanRule(), new SeasonRule(), new QuarterRule(), new DaysRule(), new MonthsRule(),
        new EventYearRule(), new DateRule(),
    ];

    public static IReadOnlyList<PeriodRule> Rules => InOrder;

    /// <summary>All words of time in a sentence, left to right.</summary>
    public static List<PeriodPhrase> Find(Article article, Sentence sentence, DateOnly? published)
    {
        var found = new List<PeriodPhrase>();
        for (var index = Dateline.End(article, sentence); index < sentence.End;)
        {
            PeriodPhrase? phrase = null;
            foreach (var rule in InOrder)
            {
                phrase = rule.TryRead(article, index, published);
                if (phrase is not null)
                {
                    break;
                }
            }

            if (phrase is not null && phrase.End <= sentence.End)
            {
                if (!SayingTime.Is(article, sentence, phrase) && !IsCompared(article, sentence, phrase) && !IsOfRank(article, sentence, phrase))
                {
                    found.Add(phrase);
                }

                index = phrase.End;
            }
            else
            {
                index++;
            }
        }

        return AsOf(article, found);
    }

    /// <summary>"a thousand more than in 2023": another time than that of what is counted.</summary>
    private static bool IsCompared(Article article, Sentence sentence, PeriodPhrase phrase)
    {
        var before = phrase.First - 1;
        if (before > sentence.First && article.Tokens[before].Word.Text is "over" or "from" or "on" or "to" or "with" && IsOfChange(article, sentence, before - 1)) return true;
        if (before > sentence.First && article.Tokens[before].Word.Text is "in" or "during" or "on") before--;
        return before > sentence.First && article.Tokens[before].Word.Text == "than" && article.Tokens[before - 1].Word.Text is "more" or "fewer" or "less" or "higher" or "lower" or "worse";
    }

    /// <summary>"an increase of 70 percent over the previous year", "compared to the same month": what it is compared with.</summary>
    private static bool IsOfChange(Article article, Sentence sentence, int at)
    {
        for (var back = at; back >= sentence.First && back > at - 6 && article.Tokens[back].Kind != TokenKind.Punctuation; back--)
        {
            if (article.Tokens[back].Word.Text is "increase" or "rise" or "decrease" or "drop" or "decline" or "jump" or "surge" or "compared" or "percent" or "per cent") return true;
        }

        return false;
    }

    /// <summary>"in the deadliest attack this year", "the third raid this month", "its highest toll since 2015": among what the event ranks so, not when it was.</summary>
    private static bool IsOfRank(Article article, Sentence sentence, PeriodPhrase phrase)
    {
        var isBehindThing = false;
        for (var back = phrase.First - 1; phrase.Scope != ClaimScope.Incident && back > sentence.First && back > phrase.First - RankReach; back--)
        {
            ref readonly var token = ref article.Tokens[back];
            if (token.Kind != TokenKind.Word || (token.Is(WordClass.Verb) && !token.Is(WordClass.Noun | WordClass.NotPeople | WordClass.Adjective)))
            {
                return false;
            }

            if (SinceRule.IsRank(article, token))
            {
                return isBehindThing;
            }

            isBehindThing |= token.Is(WordClass.Noun | WordClass.NotPeople | WordClass.Casualty) && !token.Is(WordClass.TimeUnit);
        }

        return false;
    }

    /// <summary>"As of 19 December, 300 people had been displaced since May": one count, from its baseline to its day.</summary>
    private static List<PeriodPhrase> AsOf(Article article, List<PeriodPhrase> found)
    {
        var until = found.Find(phrase => SinceRule.IsEnd(article, phrase));
        var since = found.Find(phrase => phrase.Scope == ClaimScope.Total && !ReferenceEquals(phrase, until));
        if (until is not null && since is not null)
        {
            found.Remove(until);
            found[found.IndexOf(since)] = since with { From = since.From > until.To ? null : since.From, To = until.To ?? since.To };
        }

        return found;
    }

    /// <summary>
    /// The phrase nearest to a claim's tokens; one behind it is preferred at equal distance. "The army killed 203; the rebels shot 500 in five
    /// days": time behind a semicolon is not the first clause's. The year of an event that the claim's own clause describes is nearer than any.
    /// </summary>
    public static PeriodPhrase? Nearest(Article article, Sentence sentence, List<PeriodPhrase> phrases, int first, int end)
    {
        if (phrases.Count == 0) return null;
        var past = PastClause.Before(article, sentence, first);
        PeriodPhrase? nearest = null;
        var least = int.MaxValue;
        foreach (var phrase in phrases)
        {
            var distance = phrase.First >= end ? (phrase.First - end) * 2 : phrase.End <= first ? ((first - phrase.End) * 2) + 1 : 0;
            if (phrase.EventEnd > 0)
            {
                if (!EventYearRule.IsOf(article, phrase, first, end)) continue;
                if (phrase.First < first && EventYearRule.OpensRelative(article, phrase)) return phrase;
            }

            if ((phrase.Scope == ClaimScope.Rate && distance > 4) || PastClause.Excludes(article, phrase, past, end) || IsOfOther(article, phrase, first) || article.ArePartedBySemicolon(end, phrase.First) || (phrase.HoldsBehindOnly && phrase.First > first))
            {
                continue;
            }

            if (distance < least)
            {
                (nearest, least) = (phrase, distance);
            }
        }

        return nearest;
    }

    /// <summary>"Monday's attack rose to 30; in Kabul, 12 died": the day that an event owns is not that of another clause's.</summary>
    private static bool IsOfOther(Article article, PeriodPhrase phrase, int first) =>
        phrase.End < first && article.Tokens[phrase.End].Kind == TokenKind.PossessiveMark && article.ArePartedBySemicolon(phrase.End, first);
}
