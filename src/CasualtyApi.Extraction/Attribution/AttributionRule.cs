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

    /// <summary>What the subject of a verb reports, if the subject is somebody who can.</summary>
    protected FoundAttribution? BySubject(Cue cue) =>
        cue.Subject is { } speaker && SpeakerTest.CanSpeak(cue.Passage.Article, speaker.Main.Noun)
            ? Reported(cue, ReportOwner.Of(cue.Passage, speaker) ?? speaker, Math.Max(cue.Complement.Unit, cue.Unit) + 1)
            : null;

    /// <summary>The same, reporting from the speaker or the cue to a unit behind it.</summary>
    protected FoundAttribution Reported(Cue cue, SpeakerPhrase? speaker, int end) => ReportedFrom(cue, cue.Verb is not null && cue.GoesOn ? cue.Unit - 1 : cue.Unit, speaker, end);

    /// <summary>The same, from one unit to before another, which may be the end.</summary>
    protected FoundAttribution Between(Cue cue, SpeakerPhrase? speaker, int first, int end) => Found(cue, speaker) with { Reported = (first, Math.Min(end, cue.Passage.Count)) };

    /// <summary>The same, where the clause has its verb before the cue ("is confident").</summary>
    protected FoundAttribution ReportedFrom(Cue cue, int verb, SpeakerPhrase? speaker, int behind)
    {
        var end = Math.Min(behind, cue.Passage.Count);
        // "Smith, who said he was ill, left": the clause begins with "who".
        var relative = SubjectFinder.OverAdverbs(cue.Passage, verb - 1);
        if (cue.Passage.Verb(verb) is not null && cue.Passage.Is(relative, Grammar.ChunkKind.Relative))
        {
            return Found(cue, speaker) with { Reported = (relative, end) };
        }

        // "Smith went home and said": the clause of a second verb begins with that verb.
        var ownSubject = speaker is not null && speaker.FirstUnit < verb && cue.Passage.Verb(verb)?.Voice != Grammar.Voice.Ing
            && (cue.Passage.FiniteBefore(verb) < speaker.FirstUnit || IsInsertedBetween(cue.Passage, speaker, relative));
        return Found(cue, speaker) with { Reported = (ownSubject ? speaker!.FirstUnit : verb, end) };
    }

    /// <summary>"Smith, who had led the search and not slept, said": the verbs between are another clause's.</summary>
    private static bool IsInsertedBetween(Passage passage, SpeakerPhrase speaker, int before) =>
        (passage.Is(speaker.EndUnit, Grammar.ChunkKind.Relative) && !passage.Is(before, Grammar.ChunkKind.Coordinator) && !passage.Is(before, Grammar.ChunkKind.Relative) && before > speaker.EndUnit)
        || ((passage.Is(before, Grammar.ChunkKind.Comma) || passage.Is(before, Grammar.ChunkKind.Dash) || passage.Is(before, Grammar.ChunkKind.Close))
        && Insertion.SubjectBefore(passage, before) is { } subject && subject.FirstUnit == speaker.FirstUnit && IsOneInsertion(passage, speaker.EndUnit, before));

    /// <summary>", 29, who collected signatures,", ", granted anonymity to speak candidly,": whether no verb but an insertion's stands between two commas.</summary>
    private static bool IsOneInsertion(Passage passage, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (passage.Is(at, Grammar.ChunkKind.Relative)) return true;
            if (passage.Verb(at) is not null && passage.IsFinite(at) && !(at == first + 1 && passage.Verb(at)!.Voice == Grammar.Voice.BareParticiple)) return false;
        }

        return true;
    }
}
