using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"40 people died": the subject is harmed, and nobody is said to have done it.</summary>
internal sealed class DiedRule : CasualtyRule
{
    public override string Id => "casualties.died";

    public override string Summary => "The subject of a verb such as \"die\", \"disappear\" or \"flee\" is harmed.";

    public override string Example => "At least 40 passengers died.";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { Casualty.Frame: CasualtyFrame.Subject })
        {
            var isHedged = view.VerbAt(at)!.Voice == Voice.BareParticiple && view.KindAt(view.SkipLeft(at - 1)) == ChunkKind.VerbGroup;
            PassiveRule.ReadSubject(view, at, isHedged ? view.NounBefore(at) : view.SubjectOf(at), Id, found);
        }
    }
}
