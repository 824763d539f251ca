using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"left nine children with burns", "left three dead and 13 others with gunshot wounds", "received nine people with burns": whom something leaves with a wound is injured.</summary>
internal sealed class LeftWithRule : CasualtyRule
{
    /// <summary>How far from the wound the verb may stand, in chunks: a list of the dead stands between.</summary>
    private const int Reach = 12;

    private static readonly CasualtyTerm Left = new("leave", CasualtyFrame.Object, CasualtyCategory.Injured, [], null);

    public override string Id => "casualties.left-with";

    public override string Summary => "People whom something leaves with wounds, burns or the like.";

    public override string Example => "The blast left nine workers with burns.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.Preposition];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (!view.IsPreposition(at, "with") || view.NounAt(at + 1) is not { } harm || !Wounds.Are(view, harm) || view.NounAt(at - 1) is null
            || LeaverBefore(view, at - 1) is not (>= 0 and var verb) || Modality.OfVerb(view, verb) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(at - 1, leftwards: true), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = view.Chunks[at].First,
            TriggerEnd = harm.End,
            Terms = [Left],
            Rule = Id,
            Certainty = certainty,
            Agent = view.VerbAt(verb)!.Verb!.Lemma == "leave" ? Doers.Of(view, verb) : null,
        }, found);
    }

    /// <summary>The verb whose objects a phrase ends, over others and what became of them; −1 where it is another.</summary>
    private static int LeaverBefore(SentenceView view, int noun)
    {
        var at = noun;
        while (at > noun - Reach && (view.KindAt(at) is ChunkKind.NounPhrase or ChunkKind.Adjective or ChunkKind.Coordinator or ChunkKind.Comma or ChunkKind.Adverb || view.IsPreposition(at, "including") || view.IsPreposition(at, "with")))
        {
            at--;
        }

        if (view.IsPreposition(at, "in") && view.VerbAt(at - 1) is { Verb.Lemma: "take", Voice: not Voice.Passive, IsNegated: false } && view.NounAt(view.SubjectOf(at - 1)) is { } clinic && view.Article.Tokens[clinic.Head].Word.Text is "hospital" or "hospitals" or "clinic" or "doctors" or "medics" && (view.NounAt(noun)!.Count is not null || view.CountedWith(noun) >= 0))
        {
            // "took in 1,056 people with weapon wounds"
            return at - 1;
        }

        return view.VerbAt(at) is { Verb.Lemma: "leave" or "report" or "receive" or "see" or "register" or "record", Voice: not Voice.Passive, IsNegated: false } verb && (verb.Verb.Lemma == "leave" || view.NounAt(noun) is { Count: not null } or { IsPlural: false, Determiner: not 0 } || view.CountedWith(noun) >= 0) ? at : -1;
    }
}
