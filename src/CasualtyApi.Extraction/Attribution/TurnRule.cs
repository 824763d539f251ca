namespace CasualtyApi.Extraction.Attribution;

/// <summary>A sentence of somebody's turn in a transcript: all that stands between one speaker's label and the next.</summary>
internal sealed class TurnRule : AttributionRule
{
    public override string Id => "attribution.turn";

    public override string Summary => "A sentence of somebody's turn in a transcript: all that stands between one speaker's label and the next.";

    public override string Example => "MR. HALE: Good morning. Two ships were damaged.\n\nQ: Which ones?\n\nMR. HALE: No names today.";

    public override CueKind Cue => CueKind.Mark;

    /// <summary>Never from a cue: <see cref="Turns"/> gives each sentence to whose turn it is.</summary>
    public override FoundAttribution? Read(Cue cue) => null;
}
