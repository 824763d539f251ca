using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>Whether words of time say when something was said, not when it happened.</summary>
internal static class SayingTime
{
    /// <summary>"said in March", "claimed in late 2022".</summary>
    private static bool IsSaidIn(Article article, Sentence sentence, int first)
    {
        var tokens = article.Tokens;
        var at = first - 1;
        while (at > sentence.First && tokens[at].Word.Text is "late" or "early" or "mid")
        {
            at--;
        }

        return at > sentence.First && tokens[at].Word.Text == "in" && tokens[at - 1].Word.Reporting?.Class is "say" or "tell" or "claim" or "deny" or "confirm"
            && tokens[at - 1].Is(WordClass.VerbPast) && !tokens[at - 1].Is(WordClass.Casualty);
    }

    /// <summary>"said on Thursday", "told reporters late on Monday", "in a report published on Wednesday".</summary>
    public static bool Is(Article article, Sentence sentence, PeriodPhrase phrase)
    {
        var tokens = article.Tokens;
        if (phrase.Scope != ClaimScope.Incident)
        {
            return phrase is { Scope: ClaimScope.Period, Rule: "periods.date" } && IsSaidIn(article, sentence, phrase.First);
        }

        var at = phrase.First - 1;
        while (at >= sentence.First && (tokens[at].Word.Text is "on" or "late" or "early" or "earlier"))
        {
            at--;
        }

        if (at < sentence.First)
        {
            return false;
        }

        if (tokens[at].Is(WordClass.PersonNoun | WordClass.Organization | WordClass.ReportingNoun) && at - 1 >= sentence.First)
        {
            var isHeard = tokens[at].Is(WordClass.PersonNoun | WordClass.Organization);
            at--;
            while (at > sentence.First && tokens[at].Is(WordClass.Article | WordClass.Possessive | WordClass.Adjective | WordClass.Organization | WordClass.Country | WordClass.Demonym))
            {
                at--;
            }

            return isHeard ? tokens[at].Word.Reporting?.Class == "tell"
                : tokens[at].Word.Text is "in" or "by" && tokens[at + 1].Word.Text is "a" or "an" or "its" or "his" or "her" or "their" or "the";
        }

        return tokens[at].Is(WordClass.VerbPast | WordClass.VerbBase | WordClass.VerbS) && !tokens[at].Is(WordClass.Casualty)
            && ((tokens[at].Word.Reporting is not null && phrase.End < sentence.End && tokens[phrase.End].Word.Text == "that") || tokens[at].Word.Reporting?.Class is "say" or "tell" or "claim" or "deny" or "confirm" || tokens[at].Word.Verb?.Lemma is "release" or "publish" or "issue");
    }
}
