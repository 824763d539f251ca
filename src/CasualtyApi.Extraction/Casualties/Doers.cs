using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>Who does what a verb tells.</summary>
internal static class Doers
{
    /// <summary>The subject of an active verb; that of a participle behind its clause ("rebels stormed the post, killing three") is the clause's.</summary>
    public static NounPhrase? Of(SentenceView view, int verb)
    {
        var clause = view.VerbAt(verb)!.Voice == Voice.Ing ? ClauseBefore(view, verb) : -1;
        if (clause < 0)
        {
            return view.NounAt(view.SubjectOf(verb));
        }

        // "The patrol was ambushed by rebels, killing three": who did the one did the other.
        return view.VerbAt(clause)!.Voice == Voice.Passive ? Behind(view, clause + 1) : view.NounAt(view.SubjectOf(clause));
    }

    /// <summary>Who stands behind "by", right behind the verb or behind the place and time of it: "were killed at a funeral in Ntoyo by rebels".</summary>
    public static NounPhrase? Behind(SentenceView view, int at)
    {
        for (var by = at; by < view.Chunks.Count && by < at + 10 && view.KindAt(by) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Comma or ChunkKind.Adverb; by++)
        {
            if (view.IsPreposition(by, "by"))
            {
                return view.NounAt(by + 1);
            }
        }

        return null;
    }

    /// <summary>The verb of the clause that a participle hangs on; −1 where it hangs on the noun right before it.</summary>
    private static int ClauseBefore(SentenceView view, int participle)
    {
        for (var at = participle - 1; at >= 0 && view.KindAt(at) is not (ChunkKind.Stop or ChunkKind.Colon); at--)
        {
            if (view.VerbAt(at) is { Voice: Voice.Active or Voice.Passive or Voice.BareParticiple })
            {
                return at;
            }
        }

        return -1;
    }
}
