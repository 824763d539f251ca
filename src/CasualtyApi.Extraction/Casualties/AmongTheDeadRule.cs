using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Among the dead were three children", "the wounded include a nurse": people inside a toll told elsewhere.</summary>
internal sealed class AmongTheDeadRule : CasualtyRule
{
    public override string Id => "casualties.among-the-dead";

    public override string Summary => "People who are said to be among the dead or the wounded.";

    public override string Example => "Among the dead were three children.";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { } phrase || (phrase.Determiner & WordClass.Article) == 0 || phrase.Person is not null
            || view.Article.Tokens[phrase.Head].Word.Casualty is not { } term || term.Frame is not (CasualtyFrame.Predicate or CasualtyFrame.Object))
        {
            return;
        }

        var verb = view.SkipRight(at + 1);
        if (view.VerbAt(verb) is not { } group || !(group.IsAuxiliaryOnly || group.Verb?.Lemma is "include" or "comprise") || view.NounAt(view.SkipRight(verb + 1)) is null)
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(view.SkipRight(verb + 1), leftwards: false), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = phrase.Head,
            TriggerEnd = phrase.Head + 1,
            Terms = [term],
            Rule = Id,
        }, found);
    }
}
