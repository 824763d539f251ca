using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"embraced martyrdom" of anybody, "paid the supreme price" of those who fight: words that honour the dead.</summary>
internal sealed class MartyrdomRule : CasualtyRule
{
    private static readonly CasualtyTerm Martyred = new("martyr", CasualtyFrame.Subject, CasualtyCategory.Killed, [], null);

    public override string Id => "casualties.martyrdom";

    public override string Summary => "Those who embrace martyrdom, and those who fight and pay the supreme price, are dead.";

    public override string Example => "Two constables embraced martyrdom.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { Voice: not Voice.Passive, IsNegated: false } verb || view.NounAt(view.ObjectOf(at)) is not { } what
            || view.SubjectOf(at) is not (>= 0 and var subject) || !Honours(view, subject, verb, what) || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(subject, leftwards: true), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = verb.End,
            Terms = [Martyred],
            Rule = Id,
            Certainty = certainty,
        }, found);
    }

    private static bool Honours(SentenceView view, int subject, VerbGroup verb, NounPhrase what) => verb.Verb?.Lemma switch
    {
        "embrace" or "attain" or "achieve" => view.Article.Tokens[what.Head].Word.Text == "martyrdom",
        "pay" or "make" => view.Article.Tokens[what.Head].Word.Text is "price" or "sacrifice" && view.Article.Tokens[what.Head - 1].Word.Text is "supreme" or "ultimate"
            && FellRule.Fights(view, view.VictimAt(subject).Who),
        _ => false,
    };
}
