namespace CasualtyApi.Extraction.Attribution;

/// <summary>A statement found in the text, before claims are laid into it. Spans count UTF-16 units.</summary>
internal sealed record StatementDraft
{
    public required StatementKind Kind { get; init; }

    /// <summary>Where it stands; a quotation without its marks.</summary>
    public required Span Span { get; init; }

    /// <summary>Who says it; one object for all mentions of one source.</summary>
    public SourceReading? Speaker { get; init; }

    public IReadOnlyList<SourceReading> AlsoSpeakers { get; init; } = [];

    /// <summary>What the text calls the speaker there.</summary>
    public Span? SpeakerSpan { get; init; }

    public string? Cue { get; init; }

    /// <summary>The relaying sources, outermost first.</summary>
    public IReadOnlyList<SourceReading> Relay { get; init; } = [];

    /// <summary>The rule that found it ("attribution.according-to").</summary>
    public required string Rule { get; init; }

    /// <summary>The cue denies what is said.</summary>
    public bool IsDenial { get; init; }

    /// <summary>It tells what somebody will do, wants or asks for; what happened is told by the words around it.</summary>
    public bool IsIntent { get; init; }
}
