using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>The passive: "it was reported that", with or without whom it was reported by.</summary>
internal sealed class ItWasSaidRule : AttributionRule
{
    public override string Id => "attribution.it-was-said";

    public override string Summary => "The passive: \"it was reported that\", with or without whom it was reported by.";

    public override string Example => "It was also reported that a patrol had been ambushed.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue)
    {
        if (cue.Verb is not { Voice: Voice.Passive, IsNegated: false, Modal: < 0 } || !cue.TakesClause
            || cue.Subject is not { } subject || cue.Passage.Article.Tokens[subject.Main.Noun.Head].Word.Text != "it")
        {
            return null;
        }

        var agent = cue.Passage.Word(cue.Unit + 1) == "by" ? SpeakerPhrases.BeginningAt(cue.Passage, cue.Unit + 2) : null;
        return Between(cue, agent, subject.FirstUnit, cue.Complement.Unit + 1);
    }
}
