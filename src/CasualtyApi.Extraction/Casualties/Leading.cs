using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>What a figure without a harm of its own is given for: "killed at least 40 people and wounded dozens. Doctors put the figure at 49".</summary>
internal static class Leading
{
    /// <summary>The harm told last before a token in its sentence; else what the sentence before leads with, a number before a "dozens"; null where neither tells any.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="token">Where the figure, or the noun for it, stands.</param>
    /// <param name="found">What has been read so far.</param>
    /// <param name="before">How many sentences before this one may tell it.</param>
    public static CasualtyMention? Told(SentenceView view, int token, List<CasualtyMention> found, int before)
    {
        CasualtyMention? leading = null;
        foreach (var told in Mentions.Last(view, found, before))
        {
            if (told.Whole is not null || (told.Sentence == view.Index && told.End > token))
            {
                continue;
            }

            if (told.Sentence == view.Index || (leading is not null && told.Sentence < leading.Sentence))
            {
                return leading ?? told;
            }

            leading = leading is null || IsNumber(told) || !IsNumber(leading) ? told : leading;
        }

        return leading;
    }

    private static bool IsNumber(CasualtyMention told) =>
        (told.Counted ?? told.Victim?.Phrase)?.Count is { Relation: not (CountRelation.Vague or CountRelation.Unquantified) };
}
