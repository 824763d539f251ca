using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A noun for what is said with its clause: "claims by the rebels that", "the ministry's statement that".</summary>
internal sealed class ClaimThatRule : AttributionRule
{
    public override string Id => "attribution.claim-that";

    public override string Summary => "A noun for what is said with its clause: \"claims by the rebels that\", \"the ministry's statement that\".";

    public override string Example => "The army rejected claims by the rebels that a helicopter had been shot down.";

    public override CueKind Cue => CueKind.Noun;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        if (passage.Is(cue.Unit - 1, Grammar.ChunkKind.Preposition) && (Says(passage, cue.Unit - 2) || (passage.Noun(cue.Unit - 2) is not null && Says(passage, cue.Unit - 3))))
        {
            // "said in a statement that": the clause is the verb's.
            return null;
        }

        if (passage.Verb(cue.Unit - 1) is { Reporting.Class: "tell" })
        {
            // "told a briefing that": those who heard it.
            return null;
        }

        if (HolderOf(cue) is { } holder && passage.Word(cue.Unit + 1) == "that" && ClauseTest.IsClauseAt(passage, cue.Unit + 2))
        {
            return Between(cue, holder, holder.FirstUnit, cue.Unit + 2);
        }

        var subject = Subject(cue);
        var noun = subject.Main.Noun;
        var owner = ReportOwner.Of(passage, subject);
        var end = owner is not null && owner.FirstUnit > cue.Unit ? owner.EndUnit : cue.Unit + 1;
        if (owner is not null && owner.FirstUnit <= cue.Unit && passage.Verb(end) is { IsAuxiliaryOnly: true, IsNegated: false, Modal: < 0 })
        {
            // "The ministry's view is that"
            end++;
        }

        if (passage.Word(end) != "that" || passage.Verb(end + 1) is not null || !ClauseTest.IsClauseAt(passage, end + 1))
        {
            return null;
        }

        // "Reports that the dam had burst" speak themselves; of "the claim that" nobody says whose it is.
        var plural = noun.Determiner == 0 && passage.Article.Tokens[noun.Head].Word.IsPlural;
        return owner is null && !plural && !IsAssertion(cue.Term) ? null
            : Between(cue, owner ?? (plural ? subject : null), cue.Unit, end + 1);
    }

    /// <summary>"The minister was of the view that": who is.</summary>
    private static SpeakerPhrase? HolderOf(Cue cue) =>
        cue.Term.Term is "view" or "opinion" or "belief" && cue.Passage.Word(cue.Unit - 1) == "of" && cue.Passage.Verb(cue.Unit - 2) is { IsAuxiliaryOnly: true, IsNegated: false, Modal: < 0 }
        && cue.Passage.SubjectOf(cue.Unit - 2) is { } holder && SpeakerTest.CanSpeak(cue.Passage.Article, holder.Main.Noun) ? holder : null;

    private static bool Says(Passage passage, int unit) => passage.Verb(unit) is { Reporting: { TakesClause: true, IsWeak: false } };

    /// <summary>"The claim that he left"; but of "the letter that he left" the clause is no content.</summary>
    private static bool IsAssertion(ReportingTerm term) =>
        term.Class is "claim" or "think" or "deny" or "tell" or "accuse"
        || term.Term is "report" or "news" or "statement" or "announcement" or "declaration" or "admission" or "acknowledgement" or "acknowledgment" or "confirmation";

    /// <summary>The noun of a cue as somebody's words.</summary>
    public static SpeakerPhrase Subject(Cue cue)
    {
        var noun = cue.Passage.Noun(cue.Unit)!;
        return new SpeakerPhrase(cue.Unit, cue.Unit + 1, [new SpeakerPart(noun, cue.Unit, cue.Unit + 1)], noun.First, noun.End);
    }
}
