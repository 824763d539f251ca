using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"listed 16 patients as having died", "are recorded as having been killed": a list says what befell those on it.</summary>
internal sealed class ListedAsRule : CasualtyRule
{
    public override string Id => "casualties.listed-as";

    public override string Summary => "People who are listed, recorded or described as having died or having been harmed.";

    public override string Example => "The ministry listed 16 patients as having died.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.WordAt(at) != "having" || view.WordAt(at - 1) != "as" || view.VerbAt(at) is not { IsNegated: false, Casualty: { Frame: CasualtyFrame.Subject or CasualtyFrame.Object } term } harm || (term.Frame == CasualtyFrame.Object && harm.Voice != Voice.Passive))
        {
            return;
        }

        var listed = view.NounBefore(at - 1);
        var verb = view.SkipLeft(listed >= 0 && view.KindAt(view.SkipLeft(at - 2)) == ChunkKind.NounPhrase ? listed - 1 : at - 2);
        if (view.VerbAt(verb) is not { IsNegated: false, Verb.Lemma: "list" or "record" or "register" or "describe" or "report" or "name" or "identify" or "count" } lister
            || (lister.Voice == Voice.Passive ? view.SubjectOf(verb) : listed) is not (>= 0 and var who) || Modality.OfVerb(view, verb) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(who, leftwards: true), new CasualtyMention { Sentence = view.Index, TriggerFirst = harm.First, TriggerEnd = harm.End, Terms = [term], Rule = Id, Certainty = certainty }, found);
    }
}
