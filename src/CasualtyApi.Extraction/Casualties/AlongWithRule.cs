using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"The mayor was killed along with two of his bodyguards": further victims behind the verb.</summary>
internal sealed class AlongWithRule : CasualtyRule
{
    public override string Id => "casualties.along-with";

    public override string Summary => "Further victims, named behind \"along with\", \"alongside\", \"together with\" or \"as well as\".";

    public override string Example => "The mayor was killed along with two bodyguards.";

    /// <summary>Reads who else was harmed by mentions that other rules have found; needs no casualty word of its own.</summary>
    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        var isWith = view.WordAt(at) is "along" or "together" ? view.IsPreposition(at + 1, "with") : view.WordAt(at) is "as well" && view.WordAt(at + 1) == "as" && view.KindAt(at - 1) == ChunkKind.Comma && view.NounAt(at + 2)?.Count is not null && !view.HasOwnVerb(at + 2) && view.VerbAt(at + 3) is null;
        var others = view.IsPreposition(at, "alongside") && view.VerbAt(at - 1)?.Casualty is not null ? at + 1 : isWith ? at + 2 : -1;
        if (view.KindAt(at - 1) == ChunkKind.Comma && view.KindAt(at - 2) == ChunkKind.Coordinator)
        {
            // "shot a man and, together with others, set fire to": with whom the next was done.
            return;
        }

        if (view.NounAt(others) is not { } with || (view.Article.Tokens[with.Head].Word is { Person: null, Casualty: not null } or { CasualtyNoun: not null }) || (with.IsElliptic && Trigger.Find(view, others + 1) is not null))
        {
            return;
        }

        if (Told(view, found, view.Chunks[at].First) is { } first)
        {
            Mentions.Add(view, view.Coordinated(others, leftwards: false), first with { Counted = null, Rule = Id }, found);
        }
        else if (view.VerbAt(view.SkipLeft(at - 1)) is { Voice: Voice.Passive, IsNegated: false, Casualty.Frame: CasualtyFrame.Object } verb && Modality.OfVerb(view, view.SkipLeft(at - 1)) is { } certainty)
        {
            // Whoever it was, so were these.
            Mentions.Add(view, view.Coordinated(others, leftwards: false), new CasualtyMention
            {
                Sentence = view.Index,
                TriggerFirst = verb.First,
                TriggerEnd = verb.End,
                Terms = [verb.Casualty],
                Rule = Id,
                Certainty = certainty,
            }, found);
        }
    }

    /// <summary>The harm told before a token.</summary>
    private static CasualtyMention? Told(SentenceView view, List<CasualtyMention> found, int token) =>
        Mentions.OfSentence(view, found).FirstOrDefault(mention => mention.TriggerFirst < token && mention.Whole is null);
}
