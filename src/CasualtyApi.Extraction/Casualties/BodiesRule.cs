using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"the bodies of 12 soldiers were found": bodies that are found are dead; bodies that change hands were counted before.</summary>
internal sealed class BodiesRule : CasualtyRule
{
    public override string Id => "casualties.bodies";

    public override string Summary => "Bodies found are people killed; bodies returned, exchanged or buried are no new claim.";

    public override string Example => "Rescuers found the bodies of twelve miners.";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { } phrase || view.Article.Tokens[phrase.Head].Word.CasualtyNoun is not { Frame: CasualtyFrame.Body } term
            || ChangedHands.Did(view, at) || Modality.OfNoun(view, at) is not { } certainty)
        {
            return;
        }

        var of = view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is not null ? at + 2 : -1;
        if (term.IsOfPeopleOnly && !(of >= 0 && Victims.AreSurelyPeople(view, view.VictimAt(of))))
        {
            // "the remains of a wall"
            return;
        }

        var mention = new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = phrase.First,
            TriggerEnd = phrase.End,
            Terms = [term],
            Rule = Id,
            Certainty = certainty,
        };
        if (phrase.Count is not null)
        {
            found.Add(mention with { Counted = phrase, Victim = of >= 0 && Victims.AreSurelyPeople(view, view.VictimAt(of)) ? view.VictimAt(of) : null });
        }
        else if (of >= 0)
        {
            Mentions.Add(view, view.Coordinated(of, leftwards: false), mention, found);
        }
    }
}
