using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>The count that an earlier sentence told and that a later one tells a part of.</summary>
internal static class Wholes
{
    /// <summary>How many sentences back "the dead" and "of them" reach.</summary>
    private const int Reach = 3;

    /// <summary>The nearest earlier mention that can hold a part; null if none can.</summary>
    /// <param name="found">What has been read so far.</param>
    /// <param name="sentence">The part's sentence.</param>
    /// <param name="part">The part's own count.</param>
    /// <param name="category">What happened to the whole; null where the words do not say ("of them").</param>
    public static CasualtyMention? Of(List<CasualtyMention> found, int sentence, CountPhrase? part, CasualtyCategory? category)
    {
        for (var index = found.Count - 1; index >= 0 && found[index].Sentence >= sentence - Reach; index--)
        {
            var mention = found[index];
            if (!mention.IsNegated && (mention.Whole is null || category is not null)
                && (category is null || KilledOrWoundedRule.Union(mention.Terms).Category == category) && IsMore(mention, part)
                && !(index + 1 < found.Count && ReferenceEquals(found[index + 1].Replaces, mention)))
            {
                return mention.Whole ?? mention;
            }
        }

        return null;
    }

    /// <summary>"sixteen of them", "eleven of the wounded": picked out of those told before.</summary>
    public static CasualtyMention? Picked(SentenceView view, Victim victim, List<CasualtyMention> found)
    {
        if (victim.Group is null && victim.Phrase is { IsElliptic: true, Count: { } number } && IsOfThese(view, victim.Phrase))
        {
            return Of(found, view.Index, number, null);
        }

        if (victim is not { Group: { Count: null } group, Phrase.Count: { } count })
        {
            return null;
        }

        ref readonly var head = ref view.Article.Tokens[group.Head];
        return group is { IsPronoun: true, IsPlural: true } ? Of(found, view.Index, count, null)
            : IsTheHarmed(view, group) ? Of(found, view.Index, count, head.Word.Casualty!.Category)
            : null;
    }

    /// <summary>"Of these, 51 died": picked out before they are counted.</summary>
    private static bool IsOfThese(SentenceView view, NounPhrase phrase) =>
        view.IsPreposition(0, "of") && view.NounAt(1) is { IsPronoun: true, IsPlural: true } && view.KindAt(2) == ChunkKind.Comma && view.NounAt(3) == phrase;

    /// <summary>"the wounded", "the missing": people by what happened to them.</summary>
    public static bool IsTheHarmed(SentenceView view, NounPhrase phrase) =>
        (phrase.Determiner & WordClass.Article) != 0 && phrase.Person is null
        && view.Article.Tokens[phrase.Head].Word.Casualty is { Frame: CasualtyFrame.Predicate or CasualtyFrame.Object };

    private static bool IsMore(CasualtyMention mention, CountPhrase? part)
    {
        var whole = (mention.Counted ?? mention.Victim!.Phrase).Count;
        return whole is not null && ((whole.High ?? long.MaxValue) > (part?.Low ?? part?.High ?? 1));
    }
}
