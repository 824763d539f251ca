using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Its own casualties were two killed and five wounded", "Russian losses: 12 dead": whose losses these figures are.</summary>
internal static class OwnLosses
{
    /// <summary>Gives an owner to the mentions of the sentence that a noun for losses stands before.</summary>
    public static void Own(SentenceView view, List<CasualtyMention> found, int from)
    {
        for (var index = from; index < found.Count; index++)
        {
            if (found[index] is { Owner: null, Rule: not TollRule.RuleId } mention && mention.Terms[0].Frame != CasualtyFrame.Count && Before(view, mention.First) is { } losses)
            {
                found[index] = mention with { Owner = losses, IsLoss = true };
            }
        }

        // "Army losses were two killed", "Losses: 12 killed": the word for losses counts nobody beside its figures.
        for (var index = found.Count - 1; index >= from; index--)
        {
            var told = found[index];
            if (told.Terms[0].Frame == CasualtyFrame.Count && found.FindIndex(from, other => (other.IsLoss && other.Owner is { } losses && ReferenceEquals(told.Counted, losses))
                || (told.Rule == RowRule.RuleId && other.Rule != RowRule.RuleId && ReferenceEquals(told.Victim?.Phrase ?? told.Counted, other.Victim?.Phrase))) >= 0)
            {
                found.RemoveAt(index);
            }
        }
    }

    /// <summary>The phrase of the losses that the words at a token say more of; null where they say it of nothing.</summary>
    private static NounPhrase? Before(SentenceView view, int token)
    {
        var at = view.At(token);
        for (var before = at - 1; before > 0 && view.KindAt(before) is not (ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Relative); before--)
        {
            if (view.NounAt(before + 1) is { Count: not null } && IsGiven(view, before) is >= 0 and var noun)
            {
                return view.NounAt(noun);
            }
        }

        return null;
    }

    /// <summary>The chunk of the losses before "were", "amounted to", "as" or a colon at a chunk; −1 where none stand there.</summary>
    private static int IsGiven(SentenceView view, int at)
    {
        var verb = view.KindAt(at) == ChunkKind.Preposition && view.VerbAt(at - 1) is not null ? at - 1 : at;
        var gives = view.KindAt(at) == ChunkKind.Colon || view.IsPreposition(at, "as") || view.IsPlainly(verb)
            || view.VerbAt(verb) is { IsNegated: false, Modal: < 0, Verb.Lemma: "amount" or "total" or "include" or "comprise" or "number" or "stand" };
        var noun = view.SkipLeft(verb - 1);
        if (view.IsPreposition(at, "at"))
        {
            // "put army losses since Saturday at 48 dead"
            while (view.KindAt(noun - 1) is ChunkKind.Preposition or ChunkKind.Subordinator && view.WordAt(noun - 1) is not ("of" or "at")) noun -= 2;
            gives = view.VerbAt(view.SkipLeft(noun - 1)) is { IsNegated: false, Modal: < 0, Verb.Lemma: "put" or "estimate" };
        }

        return gives && view.NounAt(noun) is { Count: null } losses && view.Article.Tokens[losses.Head].Word is { CasualtyNoun: { Frame: CasualtyFrame.Count, Term: "casualty" or "loss" }, IsPlural: true }
            && ((losses.Determiner & WordClass.Possessive) != 0 || losses.Country is not null || losses.PossessorEnd >= 0 || losses.First < losses.Head)
            ? noun
            : -1;
    }
}
