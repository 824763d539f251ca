namespace CasualtyApi.Extraction.Attribution;

/// <summary>One construct in which English gives words to a speaker.</summary>
internal abstract class AttributionRule : Rule
{
    /// <summary>What kind of word it begins from.</summary>
    public abstract CueKind Cue { get; }

    /// <summary>The attribution at a cue, or null where this construct does not stand there.</summary>
    public abstract FoundAttribution? Read(Cue cue);

    /// <summary>An attribution of this rule with the cue's own words.</summary>
    protected FoundAttribution Found(Cue cue, SpeakerPhrase? speaker) => new()
    {
        Rule = this,
        CueUnit = cue.Unit,
        Cue = cue.Passage.Article.Words(cue.CueToken, cue.CueToken + 1),
        Speaker = speaker,
    };

    /// <summary>The same, reporting from the speaker or the cue to a unit behind it.</summary>
    protected FoundAttribution Reported(Cue cue, SpeakerPhrase? speaker, int end) => Found(cue, speaker) with
    {
        Reported = (Math.Min(cue.Unit, speaker is { } phrase && phrase.FirstUnit < cue.Unit && cue.Verb?.Voice != Grammar.Voice.Ing ? phrase.FirstUnit : cue.Unit), end),
    };
}
