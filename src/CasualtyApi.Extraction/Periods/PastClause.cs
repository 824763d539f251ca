using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>
/// Where a claim tells of something past that the sentence's own event only looks back on: "marked the anniversary of the raid in which 34 died", "a year after
/// an attack killed 51". The time of the one is not the time of the other.
/// </summary>
internal static class PastClause
{
    /// <summary>How far before a claim the words that look back may stand.</summary>
    private const int Reach = 16;

    /// <summary>The token that looks back on what a claim tells; -1 where none does.</summary>
    /// <param name="article">The text.</param>
    /// <param name="sentence">The claim's first token is in it.</param>
    /// <param name="first">The claim's first token.</param>
    public static int Before(Article article, Sentence sentence, int first)
    {
        var tokens = article.Tokens;
        var isRelative = false;
        for (var at = first - 1; at >= sentence.First && at > first - Reach; at--)
        {
            if (tokens[at].Kind == TokenKind.Punctuation && !(article.IsMark(at, ',') && IsRelative(article, at + 1)) && !CharacterClass.IsDash(article.Text[tokens[at].Start])) return -1;
            isRelative |= IsRelative(article, at);
            if (LooksBack(article, at) || (isRelative && IsOfMemory(article, at, first))) return at;
        }

        return -1;
    }

    private static bool IsRelative(Article article, int at) =>
        article.Tokens[at].Word.Text is "that" or "which" or "when" or "where"
        || (article.Tokens[at].Word.Text is "in" or "during" && at + 1 < article.Tokens.Length && article.Tokens[at + 1].Word.Text == "which");

    /// <summary>"the anniversary of", "a year after", "ten years since".</summary>
    private static bool LooksBack(Article article, int at) =>
        at + 1 < article.Tokens.Length
        && ((article.Tokens[at].Word.Text == "anniversary" && article.Tokens[at + 1].Word.Text == "of")
            || (article.Tokens[at].Is(WordClass.TimeUnit) && article.Tokens[at + 1].Word.Text == "after"));

    /// <summary>"remembered the attack that", "sentenced two men over a bombing that", "convicted of the shooting in which".</summary>
    private static bool IsOfMemory(Article article, int at, int first) =>
        article.Tokens[at].Is(WordClass.VerbPast | WordClass.VerbParticiple | WordClass.VerbIng) && article.Tokens[at].Word.Verb?.Lemma switch
        {
            "commemorate" or "remember" or "recall" or "mourn" => true,
            "convict" or "sentence" or "jail" or "acquit" or "indict" => Governs(article, at, first),
            _ => false,
        };

    /// <summary>Whether "over", "for" or "of" stands between a judgement and what it is about.</summary>
    private static bool Governs(Article article, int at, int first)
    {
        var governor = at + 1;
        while (governor < first && article.Tokens[governor].Word.Text is not ("over" or "for" or "of")) governor++;
        return governor < first;
    }

    /// <summary>Whether words of time stand outside the clause that looks back: before it, or behind a comma that ends it.</summary>
    public static bool Excludes(Article article, PeriodPhrase phrase, int past, int end)
    {
        if (past < 0 || phrase.First < past) return past >= 0;
        for (var at = end; at < phrase.First; at++)
        {
            if (article.IsMark(at, ',')) return true;
        }

        return false;
    }
}
