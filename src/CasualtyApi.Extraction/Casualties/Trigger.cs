using CasualtyApi.Extraction.Grammar;
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
        var last = at;
        while (NextOfRun(view, last) is var next and > 0)
        {
            terms.Add(TermAt(view, next)!);
            last = next;
        }

        return new Trigger(at, last, terms);
    }

    /// <summary>The rule that reads the construct, or the one of unions where several words are joined.</summary>
    public string RuleOr(string rule) => Terms.Count > 1 ? KilledOrWoundedRule.RuleId : rule;

    private static CasualtyTerm? TermAt(SentenceView view, int at) => view.KindAt(at) switch
    {
        ChunkKind.VerbGroup => view.VerbAt(at)!.Casualty is { Frame: CasualtyFrame.Object or CasualtyFrame.Subject } term ? term : null,
        ChunkKind.Adjective => view.Article.Tokens[view.Chunks[at].First].Word.Casualty is { Frame: CasualtyFrame.Predicate } term ? term : null,
        _ => null,
    };

    private static int NextOfRun(SentenceView view, int at)
    {
        var joint = at + 1;
        if (view.KindAt(joint) == ChunkKind.Comma && view.KindAt(joint + 1) == ChunkKind.Coordinator)
        {
            joint++;
        }

        if (view.KindAt(joint) is not (ChunkKind.Coordinator or ChunkKind.Comma) || view.WordAt(joint) == "but")
        {
            return -1;
        }

        var next = view.SkipRight(joint + 1);
        return TermAt(view, next) is not null && Joins(view, at, joint, next) ? next : -1;
    }

    private static bool IsSecondOfRun(SentenceView view, int at)
    {
        var joint = view.SkipLeft(at - 1);
        var before = view.KindAt(joint) switch
        {
            ChunkKind.Coordinator => view.KindAt(joint - 1) == ChunkKind.Comma ? joint - 2 : joint - 1,
            ChunkKind.Comma => joint - 1,
            _ => -1,
        };
        return before >= 0 && TermAt(view, before) is not null && Joins(view, before, joint, at);
    }

    /// <summary>Two words share their victims when the second has no auxiliary of its own; "died or went missing" does, "died and went missing" would be two tales. "dead or disappeared" are of one.</summary>
    private static bool Joins(SentenceView view, int before, int joint, int after) =>
        view.VerbAt(after) is not { } verb
        || (verb is { Voice: Voice.BareParticiple, Verb.Lemma: "disappear" } && view.WordAt(joint) is "or" && (view.KindAt(before) == ChunkKind.Adjective || view.VerbAt(before) is { Voice: Voice.Passive or Voice.BareParticiple }))
        || ((verb.Voice is Voice.BareParticiple or Voice.Ing || (view.WordAt(joint) == "or" && verb is { Voice: Voice.Active, Modal: < 0, IsPerfect: false, Casualty.Frame: CasualtyFrame.Subject })) && verb.Casualty!.Frame == (view.VerbAt(before)?.Casualty?.Frame ?? CasualtyFrame.Object));
}
