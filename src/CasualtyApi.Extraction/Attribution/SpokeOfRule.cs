namespace CasualtyApi.Extraction.Attribution;

/// <summary>A verb and the preposition behind which stands what it reports: "spoke of", "called for", "warned against".</summary>
internal sealed class SpokeOfRule : AttributionRule
{
    public override string Id => "attribution.spoke-of";

    public override string Summary => "A verb and the preposition behind which stands what it reports: \"spoke of\", \"called for\", \"warned against\".";

    public override string Example => "The nurse spoke of a shortage of beds.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue) =>
        cue.Asserts && cue.Complement.Kind == ComplementKind.Preposition && BySubject(cue) is { } found
            ? found with { IsThing = true, IsIntent = cue.Term.Class is "ask" or "other" }
            : null;
}
