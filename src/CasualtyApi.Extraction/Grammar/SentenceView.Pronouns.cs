using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>Whom a pronoun stands for inside the sentence.</summary>
internal sealed partial class SentenceView
{
    /// <summary>
    /// The phrases that "they" or "them" stands for: the nearest plural before it, over what a preposition governs or "their" owns. "They" are who are counted
    /// as the subject of a verb that says nothing ("six farmers had gone to their fields when they were killed"); "them" those counted, or to whom
    /// something was done before ("attacked the villagers, killing them"). Itself where the nearest plural is another: that could be meant as well.
    /// </summary>
    /// <param name="at">The chunk of a phrase, of any.</param>
    /// <param name="doer">Who did what is told of them, and is not meant.</param>
    public IReadOnlyList<int> MeantBy(int at, NounPhrase? doer)
    {
        if (NounAt(at) is not { IsPronoun: true } || WordAt(at) is not ("they" or "them")) return [at];
        var isSubject = WordAt(at) == "they";
        for (var before = at - 1; before >= 0 && before > at - ClauseReach && KindAt(before) != ChunkKind.Stop; before--)
        {
            if (NounAt(before) is not { } who || who.IsPronoun || (who.Determiner & WordClass.Possessive) != 0 && who.Person is null)
            {
                if (isSubject && WordAt(before) == "them")
                {
                    // "three men got them drunk so that they would not know where they were": not the three.
                    return [at];
                }

                continue;
            }

            var group = Coordinated(before, leftwards: true);
            var isSeveral = who.IsPlural || group.Count > 1;
            if (group.Any(member => ReferenceEquals(NounAt(member), doer)) || (isSeveral && KindAt(before - 1) == ChunkKind.Preposition && !group.All(IsCounted)))
            {
                before = group[0];
            }
            else if (isSeveral)
            {
                if (isSubject ? group.All(IsCounted) && Acts(before, at) : group.All(IsCounted) || IsDoneTo(group[0])) return group;
                if (isSubject || !HasOwnVerb(before)) return [at];
            }
        }

        return [at];
    }

    /// <summary>"two drivers", "a driver".</summary>
    private bool IsCounted(int at) => NounAt(at) is { Person: not null } who && (who.Count is not null || who is { IsPlural: false, Person.IsCollective: false });

    /// <summary>The subject of a verb that does not report: who says or fears that "they" were killed may mean others.</summary>
    private bool Acts(int at, int end)
    {
        var verb = at + 1;
        while (KindAt(verb) == ChunkKind.Preposition && KindAt(verb + 1) == ChunkKind.NounPhrase && verb + 1 < end) verb += 2;
        return verb < end && VerbAt(SkipRight(verb)) is { Reporting: null or { IsWeak: true }, Modal: < 0, IsNegated: false, Verb.Lemma: not ("fear" or "hope" or "tell" or "escape" or "flee" or "rescue") };
    }

    /// <summary>"attacked the villagers": the object of a verb that tells what was.</summary>
    private bool IsDoneTo(int at) => NounAt(at)?.Person is not null && VerbAt(SkipLeft(at - 1)) is { Voice: Voice.Active or Voice.BareParticiple or Voice.Ing, Modal: < 0, IsNegated: false };
}
