using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A speaker who says that something is not so.</summary>
internal sealed class DenialRule : AttributionRule
{
    public override string Id => "attribution.denial";

    public override string Summary => "A speaker who says that something is not so, or that what was told just before is not.";

    public override string Example => "The army denied that its aircraft had been lost.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue)
    {
        if (DeniedBy(cue) is { } denied)
        {
            return denied;
        }

        var disbelieves = Disbelieves(cue);
        if (!(disbelieves || (cue.Term.Class == "deny" && cue.Asserts)) || cue.Subject is not { } speaker || !SpeakerTest.CanSpeak(cue.Passage.Article, speaker.Main.Noun))
        {
            return null;
        }

        if (!disbelieves && WhatIsDenied(cue, speaker) is { } thing)
        {
            return Found(cue, speaker) with { Reported = (thing, cue.Unit + 1), IsDenial = true, DeniesBefore = true, IsThing = true };
        }

        return IsDenied(cue)
            ? Reported(cue, ReportOwner.Of(cue.Passage, speaker) ?? speaker, cue.Complement.Unit + 1) with
            {
                IsDenial = true,
                IsThing = cue.Complement.Kind is ComplementKind.Gerund,
                IsIntent = RevealedRule.IsResponsibility(cue),
                DeniesBefore = cue.Complement.Kind == ComplementKind.Noun && IsWhatWasTold(cue.Passage, cue.Complement.Unit),
            }
            : null;
    }

    /// <summary>", [a figure] denied by the army".</summary>
    private FoundAttribution? DeniedBy(Cue cue) =>
        cue.Term.Class == "deny" && cue.Verb is { Voice: Voice.BareParticiple, IsNegated: false } && cue.Passage.Word(cue.Unit + 1) == "by" && cue.Passage.Noun(cue.Unit - 1) is { } thing && IsTelling(cue.Passage.Article, thing)
        && cue.Passage.Is(cue.Unit - 2, ChunkKind.Comma) && SpeakerPhrases.BeginningAt(cue.Passage, cue.Unit + 2) is { } speaker && SpeakerTest.CanSpeak(cue.Passage.Article, speaker.Main.Noun)
            ? Found(cue, speaker) with { Reported = (cue.Unit - 1, speaker.EndUnit), IsDenial = true, DeniesBefore = true, IsThing = true }
            : null;

    /// <summary>"did not believe that 80 had died": not so, for all that the speaker knows.</summary>
    private static bool Disbelieves(Cue cue) =>
        cue.Verb is { IsNegated: true, Modal: < 0, Voice: Voice.Active } && cue.Term.Term is "believe" or "think" && cue.TakesClause;

    private static bool IsDenied(Cue cue) =>
        cue.TakesClause || (!cue.Term.IsWeak && cue.Complement.Kind is ComplementKind.Noun or ComplementKind.Gerund or ComplementKind.Infinitive);

    /// <summary>", [a claim] the army denied", ", [which] the army denied": the unit of the thing, which stands before the speaker.</summary>
    private static int? WhatIsDenied(Cue cue, SpeakerPhrase speaker)
    {
        // "a figure which the army denied"
        var before = cue.Passage.Word(speaker.FirstUnit - 1) is "which" or "that" && cue.Passage.Noun(speaker.FirstUnit - 2) is not null ? speaker.FirstUnit - 2 : speaker.FirstUnit - 1;
        var isThing = cue.Passage.Word(before) == "which" || (cue.Passage.Noun(before) is { } noun && IsTelling(cue.Passage.Article, noun));
        return isThing && !cue.Term.IsWeak && speaker.FirstUnit < cue.Unit && cue.Complement.Kind == ComplementKind.None
            && (cue.Passage.Is(before - 1, ChunkKind.Comma) || cue.Passage.Is(before - 1, ChunkKind.Dash)) ? before : null;
    }

    /// <summary>"denied it", "rejected the claim", "disputed both figures": the words were told before.</summary>
    private static bool IsWhatWasTold(Passage passage, int unit)
    {
        var noun = passage.Noun(unit)!;
        return noun.IsPronoun
            ? passage.Article.Tokens[noun.Head].Word.Text is "it" or "this" or "that" or "them"
            : (noun.Determiner & (WordClass.Article | WordClass.Determiner)) != 0 && passage.Word(unit) is not ("a" or "an" or "any" or "no" or "some")
                && IsTelling(passage.Article, noun) && passage.Word(unit + 1) is not ("that" or "by" or "of" or "from") && passage.Verb(unit + 1) is null;
    }

    private static bool IsTelling(Article article, NounPhrase noun) => noun.PossessorEnd < 0 && SpeakerTest.IsReport(article, noun)
        && (article.Tokens[noun.Head].Word.Reporting is { Class: "claim" or "say" or "estimate" or "indicate" or "accuse" } || article.Tokens[noun.Head].Word.Text is "figure" or "figures");
}
