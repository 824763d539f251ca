using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>What a figure without a harm of its own is given for: "killed at least 40 people and wounded dozens. Doctors put the figure at 49".</summary>
internal static class Leading
{
    /// <summary>How many times as great as another a figure for the same harm may be.</summary>
    private const int Farthest = 6;

    /// <summary>How many chunks before a figure its bracket may open.</summary>
    private const int FarthestBracket = 10;

    /// <summary>The harm told last before a token in its sentence; else what the sentence before leads with, a number before a "dozens"; null where neither tells any.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="token">Where the figure, or the noun for it, stands.</param>
    /// <param name="found">What has been read so far.</param>
    /// <param name="before">How many sentences before this one may tell it.</param>
    /// <param name="figure">The figure, where it is known: one told before that it is far from is rather another's.</param>
    public static CasualtyMention? Told(SentenceView view, int token, List<CasualtyMention> found, int before, long? figure = null)
    {
        CasualtyMention? leading = null;
        var bracket = Bracket(view, token);
        foreach (var told in Mentions.Last(view, found, before))
        {
            if (told.Whole is not null || (told.Sentence == view.Index && told.End > token))
            {
                continue;
            }

            if ((told.Sentence == view.Index && told.End > bracket) || (leading is not null && told.Sentence < leading.Sentence))
            {
                return leading ?? told;
            }

            leading = leading is null || Fits(told, figure) >= Fits(leading, figure) ? told : leading;
        }

        return leading;
    }

    /// <summary>"38 killed, 15 wounded (the army says 13)": where the bracket opens that a token stands in; what stands before it is told like a sentence before.</summary>
    private static int Bracket(SentenceView view, int token)
    {
        var from = view.At(token) - 1;
        for (var at = from; at >= 0 && at > from - FarthestBracket && view.KindAt(at) != ChunkKind.Close; at--)
        {
            if (view.KindAt(at) == ChunkKind.Open) return view.Chunks[at].First;
        }

        return -1;
    }

    /// <summary>"killed 12 people and displaced 4,000. The office counted 14": a number that the figure may replace fits best, a "dozens" least.</summary>
    private static int Fits(CasualtyMention told, long? figure) =>
        (told.Counted ?? told.Victim?.Phrase)?.Count is not { Relation: not (CountRelation.Vague or CountRelation.Unquantified) } count ? 0
        : figure is not { } other || (count.Low ?? count.High) is not { } one || (other <= one * Farthest && one <= other * Farthest) ? 2
        : 1;
}
