namespace CasualtyApi.Extraction.Attribution;

/// <summary>One attribution inside a passage, before its span is measured and its speaker resolved.</summary>
internal sealed record FoundAttribution
{
    public required AttributionRule Rule { get; init; }

    /// <summary>The unit of the reporting word.</summary>
    public required int CueUnit { get; init; }

    /// <summary>The reporting words as they stand.</summary>
    public required string Cue { get; init; }

    public SpeakerPhrase? Speaker { get; init; }

    /// <summary>Where the speaker's words stand, if not in the same passage.</summary>
    public Passage? SpeakerPassage { get; init; }

    /// <summary>Who hands it on, outermost first.</summary>
    public IReadOnlyList<SpeakerPhrase> Relay { get; init; } = [];

    /// <summary>Units of quotations that are said here.</summary>
    public IReadOnlyList<int> Quotations { get; init; } = [];

    /// <summary>Something is reported besides quotations: units [First, End) of cue, speaker and what is known of the content.</summary>
    public (int First, int End)? Reported { get; init; }

    /// <summary>The content stands before the cue.</summary>
    public bool ContentBefore { get; init; }

    public bool IsDenial { get; init; }

    /// <summary>What is denied stands before in the sentence: "…, a claim the army denied", "…, but the army denied it".</summary>
    public bool DeniesBefore { get; init; }

    /// <summary>A thing or a deed is told and no whole assertion: what hangs on the verb by "after" or "but" is not part of it.</summary>
    public bool IsThing { get; init; }

    /// <summary>What somebody will do, wants or asks for: nothing is told as having happened.</summary>
    public bool IsIntent { get; init; }
}
