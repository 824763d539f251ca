using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>
/// The dead that are returned, exchanged, buried or named were counted before; those brought to a hospital are counted there. Captives who
/// are set free are no claim.
/// </summary>
internal static class ChangedHands
{
    /// <summary>Whether the verb of which the dead at a chunk are subject or object moves them on.</summary>
    public static bool Did(SentenceView view, int at)
    {
        var behind = at + 1;
        while (view.KindAt(behind) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb or ChunkKind.Adjective or ChunkKind.Relative)
        {
            behind++;
        }

        var before = view.SkipLeft(at - 1);
        while (view.KindAt(before) is ChunkKind.Preposition or ChunkKind.NounPhrase)
        {
            before--;
        }

        if (view.KindAt(behind) == ChunkKind.Comma && view.VerbAt(behind + 1) is { Voice: Voice.BareParticiple } inserted && Moves(view, inserted))
        {
            // "The remains of eleven men, returned in March, are to …"
            return true;
        }

        if (view.VerbAt(behind) is { Verb.Lemma: "come" or "go" or "arrive" } && view.WordAt(behind + 1) is "back" or "home")
        {
            // "Sixty bodies came home from Russia"
            return true;
        }

        return (Moves(view, view.VerbAt(behind)) && !ComeIn(view, behind) && !AreDugUp(view, at, behind)) || (Moves(view, view.VerbAt(view.SkipLeft(before))) && !AreDugUp(view, at, view.SkipLeft(before))) || (view.KindAt(at - 1) == ChunkKind.Preposition && view.WordAt(at - 1) is "for" or "of" && IsMove(view, view.NounAt(at - 2)));
    }

    /// <summary>"exhumed 77 bodies from a well", "the remains of 66 people have been exhumed": found there, and counted; but not what is dug up to be buried elsewhere.</summary>
    private static bool AreDugUp(SentenceView view, int at, int verb) =>
        view.VerbAt(verb) is { Verb.Lemma: "exhume" } && (view.NounAt(at)?.Count is not null || (view.IsPreposition(at + 1, "of") && view.NounAt(at + 2)?.Count is not null))
        && (verb > at ? verb : view.IsPreposition(at + 1, "of") ? at + 2 : at) + 1 is var behind && view.WordAt(behind) is not ("for" or "to")
        && !(view.IsPreposition(behind, "from") && view.NounAt(behind + 1) is { } rest && view.Article.Tokens[rest.Head].Word.Text is "cemetery" or "graveyard" or "churchyard")
        && !(view.KindAt(behind) == ChunkKind.Coordinator && Moves(view, view.VerbAt(behind + 1)));

    /// <summary>"in exchange for the body of a hostage", "the exhumation of the bodies".</summary>
    private static bool IsMove(SentenceView view, NounPhrase? deed) =>
        deed is not null && view.Article.Tokens[deed.Head].Word.Text is "exchange" or "return" or "swap" or "repatriation" or "burial" or "exhumation" or "disinterment" or "handover" or "identification";

    /// <summary>"had been brought in": to those who tell of it.</summary>
    private static bool ComeIn(SentenceView view, int verb) =>
        view.VerbAt(verb) is { Voice: Voice.Passive, Verb.Lemma: "bring" } && view.WordAt(verb + 1) == "in" && view.KindAt(verb + 2) != ChunkKind.NounPhrase;

    /// <summary>"freed 12 kidnapped nuns", "the release of two hostages", "three soldiers taken in May were exchanged": those at a chunk come free.</summary>
    public static bool AreFreed(SentenceView view, int at)
    {
        var before = view.SkipLeft(at - 1);
        if (view.VerbAt(before) is { Voice: not Voice.Passive, IsNegated: false } verb && Frees(verb)
            || (view.IsPreposition(before, "of") && view.NounAt(before - 1) is { } deed && view.Article.Tokens[deed.Head].Word.Text is "release" or "rescue" or "return" or "liberation" or "freeing" or "exchange" or "swap"))
        {
            return true;
        }

        for (var behind = at + 1; behind < view.Chunks.Count && view.KindAt(behind) != ChunkKind.Stop; behind++)
        {
            if (view.VerbAt(behind) is { Voice: Voice.Passive, IsNegated: false, Modal: < 0 } freed && Frees(freed) && view.SubjectOf(behind) == at)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Frees(VerbGroup verb) => verb.Verb?.Lemma is "free" or "release" or "rescue" or "liberate" or "swap" or "exchange" or "return" or "recover" or "repatriate" or "ransom";

    private static bool Moves(SentenceView view, VerbGroup? verb) => verb?.Verb?.Lemma switch
    {
        "return" or "exchange" or "bury" or "hand" or "repatriate" or "release" or "swap" or "identify" or "cremate" or "rebury" or "exhume" or "honour" or "honor" or "mourn" => true,
        "bring" or "receive" or "take" or "transfer" or "deliver" or "send" => !view.Chunks.Any(chunk => IsMorgue(view, chunk)),
        _ => false,
    };

    /// <summary>"the hospital", "hospital officials", "the morgue's director": a place where the dead are counted, or those who count there.</summary>
    private static bool IsMorgue(SentenceView view, Chunk chunk)
    {
        if (chunk is not NounPhrase place) return false;
        for (var token = place.First; token < place.End; token++)
        {
            var word = view.Article.Tokens[token].Word.Text;
            if (word.StartsWith("hospital ", StringComparison.Ordinal) || word is "hospital" or "hospitals" or "morgue" or "morgues" or "mortuary" or "clinic" or "hospice" or "doctors" or "medics" or "medical" or "forensic" or "coroner" or "coroners") return true;
        }

        return false;
    }
}
