namespace CasualtyApi.Extraction.Attribution;

/// <summary>A speaker's name and a colon, as headlines and transcripts have it.</summary>
internal sealed class ColonRule : AttributionRule
{
    public override string Id => "attribution.colon";

    public override string Summary => "A speaker's name and a colon, as headlines and transcripts have it.";

    public override string Example => "Pentagon: Two ships were damaged.";

    public override CueKind Cue => CueKind.Colon;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        if (cue.Unit + 1 >= passage.Count || SpeakerPhrases.EndingAt(passage, cue.Unit - 1) is not { FirstUnit: 0 } speaker
            || !SpeakerTest.CanSpeak(passage.Article, speaker.Main.Noun) || speaker.Main.Noun.IsPronoun)
        {
            return null;
        }

        return passage.IsQuotation(cue.Unit + 1)
            ? Found(cue, speaker) with { Quotations = [cue.Unit + 1] }
            : ClauseTest.IsClauseAt(passage, cue.Unit + 1) ? Reported(cue, speaker, cue.Unit + 2) : null;
    }
}
