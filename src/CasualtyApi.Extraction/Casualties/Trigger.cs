using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>One casualty word, or several that one coordination joins ("killed or wounded"): chunks [At, Last].</summary>
internal sealed record Trigger(int At, int Last, IReadOnlyList<CasualtyTerm> Terms)
{
    /// <summary>The casualty word of a verb group or an adjective at a chunk, with those coordinated with it; null if there is none.</summary>
    public static Trigger? Find(SentenceView view, int at)
    {
        if (TermAt(view, at) is not { } first || IsSecondOfRun(view, at))
        {
            return null;
        }

        List<CasualtyTerm> terms = [first];
        var (begin, last) = (at, at);
        while (NextOfRun(view, begin, last) is var next and > 0)
        {
            (var term, last) = ItemAt(view, next)!.Value;
            terms.Add(term);
            begin = next;
        }

        return new Trigger(at, last, terms);
    }

    /// <summary>Whether a verb is no first word of its harm: "killed or [taken prisoner]", "killed, wounded or [gone missing]".</summary>
    public static bool IsSecondOfRun(SentenceView view, int at)
    {
        var joint = view.SkipLeft(at - 1);
        var before = view.KindAt(joint) switch
        {
            ChunkKind.Coordinator => view.KindAt(joint - 1) == ChunkKind.Comma ? joint - 2 : joint - 1,
            ChunkKind.Comma => joint - 1,
            _ => -1,
        };
        return before >= 0 && view.WordAt(joint) != "but" && TermAt(view, before) is not null && ItemAt(view, at) is { } item && Joins(view, before, joint, at, item.Term);
    }

    /// <summary>The participle or adjective before the noun of a phrase: "the wounded children", "dead soldiers".</summary>
    public static CasualtyTerm? Inside(Article article, NounPhrase people)
    {
        for (var token = people.First; token < people.Head; token++)
        {
            if (article.Tokens[token].Word.Casualty is { } harm && (harm.Frame is CasualtyFrame.Predicate or CasualtyFrame.Attribute || (harm.Frame == CasualtyFrame.Object && article.Tokens[token].Is(WordClass.VerbParticiple)))) return harm;
        }

        return null;
    }

    /// <summary>The rule that reads the construct, or the one of unions where several words are joined.</summary>
    public string RuleOr(string rule) => Terms.Count > 1 ? KilledOrWoundedRule.RuleId : rule;

    private static CasualtyTerm? TermAt(SentenceView view, int at) => view.KindAt(at) switch
    {
        ChunkKind.VerbGroup => view.VerbAt(at)!.Casualty is { Frame: CasualtyFrame.Object or CasualtyFrame.Subject } term && !(term.Term == "evacuate" && IsToHospital(view, at)) && !IsOffRadar(view, at, term) ? term : null,
        ChunkKind.Adjective => view.Article.Tokens[view.Chunks[at].First].Word.Casualty is { Frame: CasualtyFrame.Predicate } term ? term : null,
        _ => null,
    };

    /// <summary>What a run is made of: a word of harm, or "taken prisoner"; and the chunk that it ends on.</summary>
    private static (CasualtyTerm Term, int Last)? ItemAt(SentenceView view, int at) =>
        TermAt(view, at) is { } term ? (term, at)
        : view.VerbAt(at) is { Verb.Lemma: "take", Voice: Voice.Passive or Voice.BareParticiple, IsNegated: false } && HostageRule.Status(view, at + 1) is { } status ? (status, at + 1)
        : null;

    /// <summary>"14 disappeared from radars": what flies.</summary>
    private static bool IsOffRadar(SentenceView view, int verb, CasualtyTerm term) =>
        term.Term is "disappear" or "vanish" && view.KindAt(verb + 1) == ChunkKind.Preposition && view.NounAt(verb + 2) is { } screen && view.Article.TextOf(view.Article.Tokens[screen.Head]) is "radar" or "radars" && view.NounAt(view.SubjectOf(verb)) is not { Person: not null };

    /// <summary>"evacuated to a hospital", "evacuated to Bunia with machete wounds": the hurt are, and they have lost no home.</summary>
    private static bool IsToHospital(SentenceView view, int verb)
    {
        for (var at = verb + 1; view.KindAt(at) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb; at++)
        {
            if (view.IsPreposition(at - 1, "with") && view.NounAt(at) is { } harm && Wounds.Are(view, harm))
            {
                return true;
            }

            if (view.IsPreposition(at - 1, "to") && view.NounAt(at) is { } place && view.Article.Tokens[place.Head].Word.Text is var text && (text is "hospital" or "hospitals" or "clinic" or "clinics" || text.EndsWith(" hospital", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static int NextOfRun(SentenceView view, int first, int last)
    {
        var joint = last + 1;
        if (view.KindAt(joint) == ChunkKind.Comma && view.KindAt(joint + 1) == ChunkKind.Coordinator)
        {
            joint++;
        }

        if (view.KindAt(joint) is not (ChunkKind.Coordinator or ChunkKind.Comma) || view.WordAt(joint) == "but")
        {
            return -1;
        }

        var next = view.SkipRight(joint + 1);
        return ItemAt(view, next) is { } item && Joins(view, first, joint, next, item.Term) ? next : -1;
    }

    /// <summary>Two words share their victims when the second has no auxiliary of its own; "died or went missing" does, "died and went missing" would be two tales. "dead or disappeared" are of one.</summary>
    private static bool Joins(SentenceView view, int before, int joint, int after, CasualtyTerm term) =>
        view.VerbAt(after) is not { } verb

        // "killed or taken prisoner", "were missing or had been taken prisoner", "killed, wounded or gone missing"
        || (verb.Casualty is null && (verb.Voice == Voice.BareParticiple || view.WordAt(joint) is "or"))
        || (verb.Voice == Voice.BareParticiple && term.Term == "go missing" && view.WordAt(joint) is "or")
        || (verb is { Voice: Voice.BareParticiple, Verb.Lemma: "disappear" } && view.WordAt(joint) is "or" && (view.KindAt(before) == ChunkKind.Adjective || view.VerbAt(before) is { Voice: Voice.Passive or Voice.BareParticiple }))
        || ((verb.Voice is Voice.BareParticiple or Voice.Ing || (view.WordAt(joint) == "or" && verb is { Voice: Voice.Active, Modal: < 0, IsPerfect: false, Casualty.Frame: CasualtyFrame.Subject })) && term.Frame == (view.VerbAt(before)?.Casualty?.Frame ?? CasualtyFrame.Object));
}
