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
    protected FoundAttribution Reported(Cue cue, SpeakerPhrase? speaker, int end)
    {
        // "Smith, who said he was ill, left": the clause begins with "who".
        var relative = SubjectFinder.OverAdverbs(cue.Passage, cue.Unit - 1);
        if (cue.Verb is not null && cue.Passage.Is(relative, Grammar.ChunkKind.Relative))
        {
            return Found(cue, speaker) with { Reported = (relative, end) };
        }

        // "Smith went home and said": the clause of a second verb begins with that verb.
        var ownSubject = speaker is not null && speaker.FirstUnit < cue.Unit && cue.Verb?.Voice != Grammar.Voice.Ing
            && cue.Passage.FiniteBefore(cue.Unit) < speaker.FirstUnit;
        return Found(cue, speaker) with { Reported = (ownSubject ? speaker!.FirstUnit : cue.Unit, end) };
    }
}
