namespace CasualtyApi.Extraction.Grammar;

/// <summary>Whom a pronoun stands for inside the sentence.</summary>
internal sealed partial class SentenceView
{
    /// <summary>
    /// "gunmen dragged 17 workers from a bus and shot them": the phrases that "they" or "them" stands for, which are the nearest before it of several people: who are
    /// counted, or to whom something was done before ("attacked the villagers, killing them"). Itself where there is nobody, or others stand nearer.
    /// </summary>
    /// <param name="at">The chunk of a phrase, of any.</param>
    /// <param name="doer">Who did what is told of them, and is not meant.</param>
    public IReadOnlyList<int> MeantBy(int at, NounPhrase? doer)
    {
        if (NounAt(at) is not { IsPronoun: true } || WordAt(at) is not ("they" or "them")) return [at];
        for (var before = at - 1; before >= 0 && before > at - ClauseReach && KindAt(before) != ChunkKind.Stop; before--)
        {
            if (NounAt(before) is { IsPronoun: true } && WordAt(before) == "them" && WordAt(at) == "they")
            {
                // "three men got them drunk so that they would not know where they were": not the three.
                return [at];
            }

            if (NounAt(before) is not { IsPronoun: false, Person: not null } who) continue;
            var group = Coordinated(before, leftwards: true);
            if (group.Any(member => ReferenceEquals(NounAt(member), doer)))
            {
                before = group[0];
            }
            else if (who.IsPlural || group.Count > 1)
            {
                if (group.All(IsCounted) || (WordAt(at) == "them" && VerbAt(SkipLeft(group[0] - 1)) is { Voice: Voice.Active or Voice.BareParticiple or Voice.Ing })) return group;
                if (!HasOwnVerb(before) && KindAt(before - 1) != ChunkKind.Preposition) return [at];
            }
        }

        return [at];
    }

    /// <summary>"two drivers", "a driver".</summary>
    private bool IsCounted(int at) => NounAt(at) is { Count: not null } or { IsPlural: false, Person.IsCollective: false };
}
