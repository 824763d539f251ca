namespace CasualtyApi.Extraction;

/// <summary>How a statement stands in its document.</summary>
public enum StatementKind
{
    /// <summary>Inside quotation marks; the span leaves the marks out.</summary>
    Quote,

    /// <summary>Attributed without being a quotation: the sentence, or the clause with its own cue.</summary>
    Reported,

    /// <summary>The document's own voice, kept only where it carries a claim.</summary>
    Narrated,
}

/// <summary>Something a source says in a document.</summary>
/// <param name="Kind">Quoted, reported or narrated.</param>
/// <param name="Span">Where it stands, in code points.</param>
/// <param name="Text">The document's text at <paramref name="Span"/>.</param>
/// <param name="Speaker">Who says it; null for the document's own voice, or where nobody is named.</param>
/// <param name="AlsoSpeakers">Joint speakers after the first, in the order named.</param>
/// <param name="SpeakerText">What the document calls the speaker there ("he").</param>
/// <param name="SpeakerSpan">Where <paramref name="SpeakerText"/> stands, in code points.</param>
/// <param name="Cue">The reporting words ("stating", "according to").</param>
/// <param name="Relay">The hops between document and speaker, outermost first; the speaker is not in it.</param>
public sealed record StatementReading(
    StatementKind Kind,
    Span Span,
    string Text,
    SourceReading? Speaker,
    IReadOnlyList<SourceReading> AlsoSpeakers,
    string? SpeakerText,
    Span? SpeakerSpan,
    string? Cue,
    IReadOnlyList<SourceReading> Relay);
