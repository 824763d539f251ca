using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"more than 1,000 troops killed or wounded": a participle behind its noun, without an auxiliary.</summary>
internal sealed class ParticipleRule : CasualtyRule
{
    public override string Id => "casualties.participle";

    public override string Summary => "A participle without auxiliary, and nothing behind it that it could happen to: the noun before it is harmed.";

    public override string Example => "Officials spoke of 40 villagers killed in the raid.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { Voice: Voice.BareParticiple, Casualty: { Frame: CasualtyFrame.Object } term } && !HasObject(view, at) && view.RelativeObjectOf(at) < 0 && !IsAimed(view, at, term) && !MayBe(view, at) && !IsRanked(view, at) && DeadRule.CountBefore(view, at) is null && !IsOfWhich(view, at))
        {
            var before = found.Count;
            var state = view.SkipLeft(at - 1);
            var isState = term.Category is CasualtyCategory.Injured or CasualtyCategory.Displaced && view.VerbAt(state) is { Verb.Lemma: "remain" or "stay", Voice: not Voice.Passive, IsNegated: false };
            PassiveRule.ReadSubject(view, at, isState ? view.SubjectOf(state) : view.NounBefore(at), Id, found);
            if (found.Count == before)
            {
                return;
            }

            var (loser, leaver, hedge) = (Loser(view, at), DeadRule.Leaver(view, view.NounBefore(at) - 1), Hedged(view, at));
            for (var index = before; index < found.Count; index++)
            {
                found[index] = found[index] with
                {
                    Owner = loser,
                    Agent = found[index].Agent ?? leaver,
                    Certainty = found[index].Certainty == Certainty.Stated ? hedge ?? Certainty.Stated : found[index].Certainty,
                };
            }
        }
    }

    /// <summary>"police shot at protesters", "into the air", "a species killed off"; but "twelve killed at a market", "killed off the coast".</summary>
    private static bool IsAimed(SentenceView view, int at, CasualtyTerm term) =>
        (view.WordAt(at + 1) is "off" && !(view.NounAt(at + 2) is { } off && (view.Article.Tokens[off.Head].Is(WordClass.Place | WordClass.Country) || view.Article.Tokens[off.Head].Word.Text is "coast" or "shore" or "shores" or "island")))
        || (term.IsManner && (view.WordAt(at + 1) is "at" or "into" or "towards" or "toward" || (view.IsPreposition(at + 1, "in") && view.NounAt(at + 2) is { } where && view.Article.Tokens[where.Head].Word.Text == "air")));

    /// <summary>"The brigade lost 71 men killed and 38 wounded": whose the men were.</summary>
    private static NounPhrase? Loser(SentenceView view, int at)
    {
        var verb = view.SkipLeft(view.NounBefore(at) - 1);
        if (view.NounAt(verb) is { Count: null } regiment && view.VerbAt(verb - 1) is { Verb.Lemma: "cost", Voice: not Voice.Passive })
        {
            // "The assault cost the brigade 412 men killed"
            return regiment;
        }

        return view.VerbAt(verb) is { Verb.Lemma: "lose", Voice: not Voice.Passive } ? view.NounAt(view.SubjectOf(verb)) : null;
    }

    /// <summary>"19 were reportedly killed and 37 others injured": what hedges the verb hedges what goes on from it without one; null where nothing does.</summary>
    private static Certainty? Hedged(SentenceView view, int at)
    {
        var joint = view.SkipLeft(view.NounBefore(at) - 1);
        if (view.KindAt(joint) != ChunkKind.Coordinator)
        {
            return null;
        }

        while (joint > 0 && view.KindAt(joint - 1) is ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Comma)
        {
            joint--;
        }

        return view.VerbAt(joint - 1) is { Voice: Voice.Passive, Casualty: not null, Hedge: var hedge } ? Modality.OfHedge(view, hedge) : null;
    }

    public static bool HasObject(SentenceView view, int at)
    {
        var target = view.ObjectOf(Trigger.Find(view, at)?.Last ?? at);
        return target >= 0 && !Victims.IsTime(view, view.NounAt(target)!);
    }

    /// <summary>"He was the third (43rd) prosecutor murdered this year": one who was told before, by his rank.</summary>
    private static bool IsRanked(SentenceView view, int at)
    {
        if (view.NounAt(view.NounBefore(at)) is not { IsPlural: false, Count: null } noun)
        {
            return false;
        }

        // "the third", "the 43rd", and behind brackets "(43rd) prosecutor"
        var tokens = view.Article.Tokens;
        var isDigits = noun.First > view.Sentence.First && !tokens[noun.First].SpaceBefore && tokens[noun.First - 1].Kind == TokenKind.Number;
        return isDigits || (tokens[noun.First].Word.Text == "the" && (tokens[noun.First + 1].Is(WordClass.Ordinal) || tokens[noun.First + 1].Kind == TokenKind.Number) && view.VerbAt(view.SkipLeft(view.NounBefore(at) - 1)) is { IsAuxiliaryOnly: true });
    }

    /// <summary>"41 of which the army shot down": the army did, and to things.</summary>
    private static bool IsOfWhich(SentenceView view, int at)
    {
        var doer = view.SkipLeft(at - 1);
        return view.NounAt(doer) is not null && view.KindAt(doer - 1) == ChunkKind.Relative && view.WordAt(doer - 1) == "which" && view.IsPreposition(doer - 2, "of");
    }

    /// <summary>"there might be twelve people wounded", "wants twelve killed": the existence is only possible.</summary>
    private static bool MayBe(SentenceView view, int at)
    {
        var noun = view.NounBefore(at);
        return noun > 0 && view.VerbAt(view.SkipLeft(noun - 1)) is { } before && (before is { IsAuxiliaryOnly: true, Modal: >= 0, IsPerfect: false } || Modality.IsForeseen(view, noun));
    }
}
