using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>The passive: somebody was told a thing, is said to have done one, or is accused of one, with or without whom by.</summary>
internal sealed class WasToldRule : AttributionRule
{
    /// <summary>How long the clause between a noun and its verb may be.</summary>
    private const int Farthest = 24;

    public override string Id => "attribution.was-told";

    public override string Summary => "The passive: somebody was told a thing, is said to have done one, or is accused of one; the speaker is whoever stands behind \"by\".";

    public override string Example => "The families were told that the search had ended.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue)
    {
        if ((ByAgent(cue) ?? SetAt(cue)) is { } named)
        {
            return named;
        }

        if (cue.Verb is not { Voice: Voice.Passive, IsNegated: false, Modal: < 0 } || cue.Subject is not { } subject || !IsFinite(cue) || !IsReported(cue))
        {
            return null;
        }

        var by = cue.Passage.Word(cue.Unit + 1) == "by" ? SpeakerPhrases.BeginningAt(cue.Passage, cue.Unit + 2) : null;
        return Between(cue, by, subject.FirstUnit, cue.Complement.Unit + 1);
    }

    /// <summary>"The raid was condemned by the bishop".</summary>
    private FoundAttribution? ByAgent(Cue cue) =>
        cue.Verb is { Voice: Voice.Passive, IsNegated: false, Modal: < 0 } && !cue.Term.IsWeak && cue.Term.Class is "say" or "claim" or "confirm" or "deny" or "indicate" or "accuse"
        && cue.Passage.Word(cue.Unit + 1) == "by" && SpeakerPhrases.BeginningAt(cue.Passage, cue.Unit + 2) is { } agent
        && SpeakerTest.CanSpeak(cue.Passage.Article, agent.Main.Noun) && !cue.IsQuotedAsSaying && (Claimed(cue) ?? cue.Subject?.FirstUnit) is { } told
            ? Between(cue, agent, told, agent.EndUnit) with { IsDenial = cue.Term.Class == "deny" }
            : null;

    /// <summary>"Losses were put at 200 by the army".</summary>
    private FoundAttribution? SetAt(Cue cue) =>
        cue.Verb is { Voice: Voice.Passive, IsNegated: false, Modal: < 0, Verb.Lemma: "put" or "estimate" } && cue.Passage.Word(cue.Unit + 1) == "at" && cue.Passage.Noun(cue.Unit + 2) is not null
        && cue.Passage.Word(cue.Unit + 3) == "by" && SpeakerPhrases.BeginningAt(cue.Passage, cue.Unit + 4) is { } agent && cue.Subject is { } subject
            ? Between(cue, agent, subject.FirstUnit, agent.EndUnit) with { IsThing = true }
            : null;

    /// <summary>"[Claims by the rebels] that the dam had burst were denied by": the unit of the noun whose clause stands between.</summary>
    private static int? Claimed(Cue cue)
    {
        for (var at = cue.Unit - 1; at > 0 && at > cue.Unit - Farthest && !cue.Passage.IsQuotation(at) && !cue.Passage.IsStop(at); at--)
        {
            if (cue.Passage.Word(at) == "that" && cue.Passage.Noun(at - 1) is not null && HeadBefore(cue.Passage, at - 1) is { } head)
            {
                return head;
            }
        }

        return null;
    }

    private static bool IsFinite(Cue cue) => cue.Passage.IsFinite(cue.Unit);

    private static bool IsReported(Cue cue) =>
        cue.TakesClause ? cue.Term.Class is "tell" or "think"
        : cue.Complement.Kind == ComplementKind.Infinitive ? IsSaidTo(cue)
        : cue.Complement.Kind == ComplementKind.Preposition && cue.Term.Class is "accuse" or "tell";

    /// <summary>"is believed to have fled", "is said to be": what is told as so; what is expected to come is told by nobody.</summary>
    private static bool IsSaidTo(Cue cue) =>
        cue.Term.Class is "say" or "claim" or "estimate" or "think" or "indicate" && cue.Term.Term is not ("expect" or "hope" or "plan" or "want" or "intend" or "mean" or "see")
        && cue.Passage.Verb(cue.Complement.Unit) is { } verb && (verb.IsPerfect || cue.Passage.Article.Tokens[verb.Main].Is(Text.WordClass.Be) || verb.Voice == Voice.Passive);

    /// <summary>The reporting noun that ends at a unit, over "by the rebels".</summary>
    private static int? HeadBefore(Passage passage, int last)
    {
        var head = passage.Word(last - 1) == "by" ? last - 2 : NounPhraseWalk.HeadOf(passage, last);
        return passage.Noun(head) is { } noun && SpeakerTest.IsReport(passage.Article, noun) ? head : null;
    }
}
