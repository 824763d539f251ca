using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Dozens sustained burns", "two men received gunshot wounds": whoever suffers a wound is injured.</summary>
internal sealed class SufferedRule : CasualtyRule
{
    private static readonly CasualtyTerm Suffered = new("suffer", CasualtyFrame.Subject, CasualtyCategory.Injured, [], null);

    public override string Id => "casualties.suffered";

    public override string Summary => "People who suffer, sustain or receive wounds, burns or the like.";

    public override string Example => "Dozens of workers sustained burns.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { Verb.Lemma: "survive" or "escape" or "walk" or "emerge" or "collapse", Voice: Voice.Active or Voice.BareParticiple, IsNegated: false } lived && With(view, at) is var with && view.IsPreposition(with, "with") && view.NounAt(with + 1) is { } hurt && Wounds.Are(view, hurt)
            && view.SubjectOf(at) is >= 0 and var survivor && Modality.OfVerb(view, at) is { } sure)
        {
            // "her driver survived the fall with injuries", "two escaped with burns", "walked away with a broken wrist"
            Mentions.Add(view, view.Coordinated(survivor, leftwards: true), new CasualtyMention { Sentence = view.Index, TriggerFirst = lived.First, TriggerEnd = hurt.End, Terms = [Suffered], Rule = Id, Certainty = sure }, found);
            return;
        }

        if (view.VerbAt(at) is not { Verb.Lemma: "suffer" or "sustain" or "receive" or "incur" or "nurse", Voice: not Voice.Passive, IsNegated: false } verb
            || view.NounAt(Wounds.OfDegree(view, view.ObjectOf(at) is >= 0 and var target ? target : at + 1)) is not { } harm || !Wounds.Are(view, harm) || Modality.OfVerb(view, at) is not { } certainty
            || view.SubjectOf(at) is not (>= 0 and var subject) || (verb.Verb.Lemma == "nurse" && view.NounAt(subject) is not { Count: not null }))
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(subject, leftwards: true), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = harm.End,
            Terms = [Suffered],
            Rule = Id,
            Certainty = certainty,
        }, found);
    }

    /// <summary>The chunk behind the verb, what was survived and an "away".</summary>
    private static int With(SentenceView view, int verb)
    {
        var behind = Math.Max(view.ObjectOf(verb), verb) + 1;
        return view.WordAt(behind) is "away" or "out" ? behind + 1 : behind;
    }
}
