namespace CasualtyApi.Extraction.Attribution;

/// <summary>A verb whose infinitive is what somebody will, wants or asks others to do: "agreed to", "vowed to", "urged both sides to".</summary>
internal sealed class AgreedToRule : AttributionRule
{
    public override string Id => "attribution.agreed-to";

    public override string Summary => "A verb whose infinitive is what somebody will, wants or asks others to do: \"agreed to\", \"vowed to\", \"urged both sides to\".";

    public override string Example => "The rebels agreed to leave the town.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue) =>
        cue.Asserts && IsIntent(cue) && BySubject(cue) is { } found ? found with { IsIntent = !IsDone(cue), IsThing = true } : null;

    /// <summary>"claimed to have killed 137": the infinitive tells what is done.</summary>
    private static bool IsDone(Cue cue) =>
        cue.Term.Class is "claim" or "say" or "confirm" && cue.Complement.Kind == ComplementKind.Infinitive && cue.Passage.Verb(cue.Complement.Unit) is { IsPerfect: true };

    /// <summary>The infinitive follows the verb, or the one it is asked of.</summary>
    public static bool IsIntent(Cue cue)
    {
        if (!cue.Term.TakesInfinitive)
        {
            return false;
        }

        var (kind, unit) = (cue.Complement.Kind, cue.Complement.Unit);
        return kind == ComplementKind.Infinitive
            || (kind == ComplementKind.Noun && cue.Passage.Verb(NounPhraseWalk.EndOf(cue.Passage, unit)) is { Voice: Grammar.Voice.Infinitive });
    }
}
