using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Killed in the attack were two officers": the participle first, the victims behind "were".</summary>
internal sealed class InvertedRule : CasualtyRule
{
    public override string Id => "casualties.inverted";

    public override string Summary => "A participle that begins its sentence, with the victims behind the verb.";

    public override string Example => "Killed in the attack were two police officers.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.SkipLeft(at - 1) >= 0 || view.VerbAt(at) is not { Voice: Voice.BareParticiple } participle)
        {
            return;
        }

        // "Feared dead in the fire are two tenants"
        var report = participle.Casualty is null ? Modality.OfReport(participle) : null;
        if ((report is not null ? Trigger.Find(view, at + 1) : participle.Casualty is { Frame: CasualtyFrame.Object } ? Trigger.Find(view, at) : null) is not { } trigger)
        {
            return;
        }

        var verb = view.OverPhrases(trigger.Last + 1);
        if (view.KindAt(verb) == ChunkKind.Subordinator && view.WordAt(verb) is "when" or "as" or "while")
        {
            // "Killed when their patrol was ambushed were two officers"
            verb = view.Chunks.FindIndex(Math.Min(verb + 2, view.Chunks.Count - 1), chunk => chunk is VerbGroup { Casualty: null }) + 1;
            verb = view.OverPhrases(verb);
        }

        if (view.VerbAt(verb) is { IsAuxiliaryOnly: true, Modal: < 0 } linking && view.ObjectOf(view.KindAt(verb + 1) == ChunkKind.Colon ? verb + 1 : verb) is var victims and >= 0)
        {
            Mentions.Add(view, view.Coordinated(victims, leftwards: false), Mentions.Of(view, trigger, Id) with { IsNegated = linking.IsNegated, Certainty = report ?? Certainty.Stated }, found);
        }
    }
}
