using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>How sure a verb is of what it tells; plans, conditions and futures tell nothing that happened.</summary>
internal static class Modality
{
    /// <summary>The certainty of a casualty verb, or null where it claims nothing.</summary>
    public static Certainty? OfVerb(SentenceView view, int at)
    {
        var verb = view.VerbAt(at)!;
        if (IsConditional(view, at) || (view.WordAt(at - 1) == "but" && view.WordAt(at - 2) == "all") || IsNearly(view, at, verb))
        {
            // "was all but wiped out", "almost killing them", "nearly cost them their lives"
            return null;
        }

        if (verb.Voice == Voice.Infinitive && view.Article.Tokens[verb.First + 1].Word.Text == "having")
        {
            // "admitted to having lost 61 fighters"
            return view.VerbAt(view.SkipLeft(at - 1)) is { IsNegated: false, Verb.Lemma: "admit" or "confess" } ? Certainty.Stated : null;
        }

        if (verb.Voice == Voice.Infinitive || (verb.Voice == Voice.Passive && view.Article.Tokens[verb.First].Word.Text == "to"))
        {
            return OfInfinitive(view, at, verb);
        }

        if ((verb.Voice == Voice.Ing || view.WordAt(at) == "having") && view.KindAt(at - 1) == ChunkKind.Preposition)
        {
            return view.WordAt(at - 1) is "after" or "by" or "in" ? Certainty.Stated : OfCharge(view, at - 1);
        }

        if (verb.Voice == Voice.Ing && view.VerbAt(view.SkipLeft(at - 1)) is { } governing && (governing.Voice == Voice.Infinitive || governing.Modal >= 0) && view.SkipLeft(at - 1) == at - 1)
        {
            // "want to keep killing", "would go on killing": as sure as that is.
            return OfVerb(view, at - 1);
        }

        if (FollowsPlan(view, at, verb) || (verb.Voice == Voice.Ing && view.VerbAt(view.SkipLeft(at - 1))?.Verb?.Lemma is "avoid" or "consider" or "risk" or "oppose" or "stop"))
        {
            return null;
        }

        if (verb.Modal >= 0)
        {
            return verb.IsPerfect && view.Article.Tokens[verb.Modal].Word.Text is "may" or "might" or "must" ? Certainty.Likely : null;
        }

        return OfHedge(view, verb.Hedge) ?? OfFear(view, at) ?? Certainty.Stated;
    }

    private static bool IsNearly(SentenceView view, int at, VerbGroup verb)
    {
        for (var token = view.KindAt(at - 1) == ChunkKind.Adverb ? view.Chunks[at - 1].First : verb.First; token < verb.Main; token++)
        {
            if (view.Article.Tokens[token].Word.Text is "nearly" or "almost") return true;
        }

        return false;
    }

    /// <summary>"It is feared that 200 people have died", "it is believed 12 were killed": nobody's word for it.</summary>
    private static Certainty? OfFear(SentenceView view, int at)
    {
        var before = at - 1;
        while (before > 0 && view.KindAt(before) is ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Adverb or ChunkKind.Coordinator)
        {
            before--;
        }

        return view.VerbAt(before) is { Voice: Voice.Passive, IsNegated: false, Modal: < 0, Verb.Lemma: "fear" or "believe" or "think" or "presume" or "suspect" } && view.WordAt(view.SkipLeft(before - 1)) == "it" ? Certainty.Likely : null;
    }

    /// <summary>The certainty of a casualty noun or adjective: that of the verb that brings it.</summary>
    public static Certainty? OfNoun(SentenceView view, int at)
    {
        if (IsConditional(view, at))
        {
            return null;
        }

        for (var index = at - 1; index >= 0; index--)
        {
            switch (view.KindAt(index))
            {
                case ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Colon:
                    return Certainty.Stated;
                case ChunkKind.VerbGroup:
                    var verb = view.VerbAt(index)!;
                    if (!view.Article.Tokens[verb.Main].Is(WordClass.VerbPast) && FollowsPlan(view, index, verb)) return null;
                    return verb.Modal >= 0 || verb.Voice == Voice.Infinitive ? OfBringing(view, index, verb) : OfHedge(view, verb.Hedge) ?? Certainty.Stated;
                default:
                    break;
            }
        }

        return Certainty.Stated;
    }

    /// <summary>"wants 500 more killed", "to expect as many as 900 wounded": what somebody only has in mind; "the 12 killed" are known.</summary>
    public static bool IsForeseen(SentenceView view, int noun) =>
        view.NounAt(noun) is { } few && (few.Determiner & WordClass.Article) == 0
        && view.VerbAt(view.SkipLeft(noun - 1)) is { Voice: Voice.Active or Voice.Infinitive, Verb.Lemma: "expect" or "want" or "anticipate" or "foresee" or "predict" };

    /// <summary>"feared dead", "presumed killed", "reported missing", "confirmed dead": the participle before the casualty word.</summary>
    public static Certainty? OfReport(VerbGroup? report) => report?.Verb?.Lemma switch
    {
        "fear" or "presume" or "believe" or "think" or "suspect" or "assume" or "consider" => Certainty.Likely,
        "report" or "say" or "allege" or "claim" or "rumor" => Certainty.Alleged,
        "estimate" => Certainty.Estimated,
        "confirm" or "know" or "find" or "declare" or "pronounce" or "list" => Certainty.Stated,
        _ => null,
    };

    public static Certainty? OfHedge(SentenceView view, int token) => token < 0 ? null : view.Article.Tokens[token].Word.Text switch
    {
        "reportedly" or "allegedly" or "supposedly" or "purportedly" => Certainty.Alleged,
        _ => Certainty.Likely,
    };

    /// <summary>
    /// "accused of killing 12", "the arrest of two men for killing 12": somebody's word for it. "without killing", "capable of killing" and
    /// "from killing" say nothing of the kind.
    /// </summary>
    private static Certainty? OfCharge(SentenceView view, int preposition)
    {
        if (view.WordAt(preposition) is not ("of" or "with" or "for" or "to"))
        {
            return null;
        }

        if (view.KindAt(preposition - 1) == ChunkKind.Coordinator)
        {
            // "guilty of murdering six people and of injuring 309 others"
            for (var at = preposition - 2; at > 0 && at > preposition - SentenceView.ClauseReach; at--)
            {
                if (view.IsPreposition(at, view.WordAt(preposition)) && view.VerbAt(at + 1) is { Voice: Voice.Ing }) return OfCharge(view, at);
            }
        }

        for (var at = preposition - 1; at >= 0 && at >= preposition - 5; at--)
        {
            var charge = view.VerbAt(at)?.Verb?.Lemma ?? (view.NounAt(at) is { } noun ? view.Article.Tokens[noun.Head].Word.Text : view.WordAt(at));
            if (view.WordAt(preposition) == "to")
            {
                if (charge is "confess" or "admit" or "plead") return Certainty.Stated;
            }
            else if (OfLaw(charge) is { } certainty)
            {
                return certainty;
            }
            else if (charge is "boast" or "brag" && view.WordAt(preposition) == "of" && view.VerbAt(preposition - 1) is { IsNegated: false, Modal: < 0 })
            {
                return Certainty.Stated;
            }

            if (view.VerbAt(at) is not null)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>What the law's word for it makes of a deed: "arrested for", "the trial of two men for", "guilty of"; null for any other word.</summary>
    public static Certainty? OfLaw(string? word) => word switch
    {
        "accuse" or "charge" or "suspect" or "indict" or "blame" or "arrest" or "prosecute" or "try" or "want" or "detain" or "trial" or "indictment" or "prosecution" => Certainty.Alleged,
        "convict" or "jail" or "imprison" or "sentence" or "guilty" or "responsible" or "conviction" => Certainty.Stated,
        _ => null,
    };

    private static Certainty? OfBringing(SentenceView view, int at, VerbGroup verb) =>
        verb.Modal < 0 ? OfInfinitive(view, at, verb)
        : IsFoundOut(view, verb) ? Certainty.Stated
        : verb.IsPerfect && view.Article.Tokens[verb.Modal].Word.Text is "may" or "might" or "must" ? Certainty.Likely
        : null;

    /// <summary>"could verify 15 deaths": what somebody is able to confirm has happened.</summary>
    private static bool IsFoundOut(SentenceView view, VerbGroup verb) =>
        !verb.IsNegated && view.Article.Tokens[verb.Modal].Word.Text is "can" or "could" && verb.Verb?.Lemma is "verify" or "confirm" or "document" or "establish" or "report";

    /// <summary>"are believed to have been killed" tells; "threatened to kill" does not.</summary>
    private static Certainty? OfInfinitive(SentenceView view, int at, VerbGroup verb)
    {
        // "claimed in a statement to have killed"
        var before = view.SkipLeft(at - 1);
        while (verb.IsPerfect && view.KindAt(before) is ChunkKind.NounPhrase or ChunkKind.Preposition) before--;
        var governing = view.VerbAt(before);
        if (governing is null || (before < view.SkipLeft(at - 1) && (governing.Verb?.Lemma != "claim" || view.KindAt(view.SkipRight(before + 1)) != ChunkKind.Preposition)))
        {
            return null;
        }

        if (governing is { Voice: Voice.Active or Voice.BareParticiple, IsNegated: false, Verb.Lemma: "claim" } && verb is { IsPerfect: true, Voice: Voice.Infinitive } && view.SubjectOf(before) >= 0)
        {
            // "claimed to have killed 200": the speaker's own claim.
            return Certainty.Stated;
        }

        if (governing.Voice is Voice.Passive or Voice.BareParticiple && verb.IsPerfect && OfReport(governing) is { } certainty)
        {
            return certainty;
        }

        if (governing is { IsAuxiliaryOnly: true, IsNegated: false, Modal: < 0 } && view.Article.Tokens[governing.Main].Word.Text == "had"
            && (verb is { Voice: Voice.Passive, Casualty.Category: CasualtyCategory.Displaced or CasualtyCategory.Injured } || (verb is { Voice: Voice.Infinitive, Verb.Lemma: "flee" or "leave" or "abandon" } && view.KindAt(view.SkipLeft(before - 1)) != ChunkKind.Coordinator)))
        {
            // "had to be evacuated", "had to flee" is done; "he said they had to be killed" is not.
            return Certainty.Stated;
        }

        if (governing is { Verb.Lemma: "manage" or "proceed" } or { Verb.Lemma: "help", IsNegated: false } || (governing is { Verb.Lemma: "continue", IsNegated: false } && verb.Verb?.Lemma is "hold" or "keep"))
        {
            // "managed to kill two guards", "continues to hold 34 hostages" is done.
            return OfVerb(view, view.SkipLeft(at - 1));
        }

        return governing.Verb?.Lemma is "appear" or "seem" && verb.IsPerfect ? Certainty.Likely : null;
    }

    /// <summary>"to label them and then massacre", "could cost … and leave 300 dead": a bare verb that shares the "to" or the "could" of the one before.</summary>
    private static bool FollowsPlan(SentenceView view, int at, VerbGroup verb)
    {
        if (verb.Voice is not (Voice.Active or Voice.BareParticiple) || !view.Article.Tokens[verb.Main].Is(WordClass.VerbBase) || view.KindAt(view.SkipLeft(at - 1)) != ChunkKind.Coordinator)
        {
            return false;
        }

        var before = view.VerbBefore(at);
        return view.VerbAt(before) is { } earlier && (earlier.Modal >= 0 || (earlier.Voice == Voice.Infinitive && OfInfinitive(view, before, earlier) is null));
    }

    private static bool IsConditional(SentenceView view, int at)
    {
        if (view.VerbAt(0) is { IsAuxiliaryOnly: true } && view.WordAt(0) is "had" or "were" or "should" && view.NounAt(1) is not null && view.VerbAt(at) is { IsPerfect: true, Modal: >= 0 and var modal } && view.Article.Tokens[modal].Word.Text is "might" or "could" or "would")
        {
            // "Had the talks failed, 30 soldiers might have been killed"
            return true;
        }

        for (var index = at - 1; index >= 0; index--)
        {
            if (view.KindAt(index) == ChunkKind.Stop)
            {
                return false;
            }

            if ((view.KindAt(index) == ChunkKind.Subordinator && view.WordAt(index) is "if" or "unless" or "lest" or "whether") || view.WordAt(index) == "whoever" || (index == at - 2 && view.KindAt(at - 1) == ChunkKind.Relative && view.WordAt(index) is "anyone" or "anybody" or "everyone" or "everybody"))
            {
                // "anyone who kills a judge faces jail"
                return true;
            }
        }

        return false;
    }
}
