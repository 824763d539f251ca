namespace CasualtyApi.Extraction.Attribution;

/// <summary>A quotation without a cue of its own: the one who spoke last goes on, or the one just written of.</summary>
internal sealed class ContinuedQuoteRule : AttributionRule
{
    public override string Id => "attribution.continued-quote";

    public override string Summary => "A quotation without a cue of its own: the one who spoke last goes on, or the one just written of.";

    public override string Example => "“We were asleep,” the farmer said. “Then the roof fell in.”";

    public override CueKind Cue => CueKind.Verb;

    /// <summary>Never from a cue: <see cref="SpeakerCarry"/> gives what is left over.</summary>
    public override FoundAttribution? Read(Cue cue) => null;
}
