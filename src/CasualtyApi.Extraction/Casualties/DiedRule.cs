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
            PassiveRule.ReadSubject(view, at, view.SubjectOf(at), Id, found);
        }
    }
}
