using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>What a figure without a harm of its own is given for: "killed at least 40 people and wounded dozens. Doctors put the figure at 49".</summary>
internal static class Leading
{
    /// <summary>How many times as far from the figure what leads may be as another number that was told.</summary>
    private const int Nearer = 2;

    /// <summary>How many times as great as another a figure for the same harm may be.</summary>
    private const int Farthest = 100;

    /// <summary>How many chunks before a figure its bracket may open.</summary>
    private const int FarthestBracket = 10;

    /// <summary>The harm told last before a token in its sentence; else what the sentence before leads with, a number before a "dozens"; null where neither tells any.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="token">Where the figure, or the noun for it, stands.</param>
    /// <param name="found">What has been read so far.</param>
    /// <param name="before">How many sentences before this one may tell it.</param>
    /// <param name="figure">The figure, where it is known: it is rather for what it is much nearer to, be that another harm or no harm at all.</param>
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
                leading ??= told;
                break;
            }

            leading = leading is null || Distance(told, figure) < Distance(leading, figure) * Nearer ? told : leading;
        }

        return leading is null || (figure is { } given && (Distance(leading, given) is > Farthest and < double.MaxValue || IsOfOther(view, leading, token, given, found))) ? null : leading;
    }

    /// <summary>"killed 20 people and destroyed 300 homes. Officials put the figure at 350": a number between that nobody was harmed by, and that is much nearer.</summary>
    private static bool IsOfOther(SentenceView view, CasualtyMention leading, int token, long figure, List<CasualtyMention> found)
    {
        var tokens = view.Article.Tokens;
        var farthest = Distance(leading, figure);
        for (var at = leading.End; at < token && farthest < double.MaxValue; at++)
        {
            if ((tokens[at].Kind != TokenKind.Number && !tokens[at].Is(WordClass.Cardinal)) || CountReader.TryRead(view.Article, at) is not { } count)
            {
                continue;
            }

            if (Ratio(count.Low ?? count.High, figure) is > 1 and var near && near * Nearer <= farthest && !tokens[count.Next].Is(WordClass.TimeUnit) && !Mentions.Last(view, found, 1).Any(told => told.First <= at && at < told.End))
            {
                return true;
            }

            at = count.Next - 1;
        }

        return false;
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

    /// <summary>"killed 12 people and displaced 4,000. The office counted 14": how many times as great a figure is, or as small; where it is not known a "dozens" is farther than a number.</summary>
    private static double Distance(CasualtyMention told, long? figure) =>
        (told.Counted ?? told.Victim?.Phrase)?.Count is not { Relation: not CountRelation.Unquantified } count ? double.MaxValue
        : figure is not { } given ? count.Relation == CountRelation.Vague ? Nearer + 1 : 1
        : Ratio(count.Low ?? count.High, given) ?? double.MaxValue;

    private static double? Ratio(long? one, long other) => one is > 0 and { } number && other > 0 ? Math.Max((double)number / other, (double)other / number) : null;
}
