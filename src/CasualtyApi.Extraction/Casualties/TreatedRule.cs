using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"treated 130 patients with gunshot wounds": whoever is treated was hurt, unless the words say by an illness.</summary>
internal sealed class TreatedRule : CasualtyRule
{
    private static readonly CasualtyTerm Treated = new("treat", CasualtyFrame.Object, CasualtyCategory.Injured, [], null);

    public override string Id => "casualties.treated";

    public override string Summary => "People treated, who are injured unless the words say that they are ill.";

    public override string Example => "The hospital treated 130 patients with gunshot wounds.";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { Verb.Lemma: "treat" or "admit", IsNegated: false } verb || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        var isPassive = verb.Voice == Voice.Passive || (verb.Voice == Voice.BareParticiple && view.ObjectOf(at) < 0);
        var victims = isPassive ? verb.Voice == Voice.Passive ? view.SubjectOf(at) : view.NounBefore(at) : view.ObjectOf(at);
        if (victims < 0 || view.NounAt(victims) is not { Count: not null } phrase || (phrase.Person is null && !phrase.IsElliptic) || TellsOfIllness(view) || view.VerbAt(victims + 1)?.Casualty is not null
            || !(TellsOfHarm(view) || (verb.Verb.Lemma == "treat" && !isPassive)))
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(victims, leftwards: isPassive), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = verb.End,
            Terms = [Treated],
            Rule = Id,
            Certainty = certainty,
        }, found);
    }

    private static bool TellsOfHarm(SentenceView view) => Any(view, token =>
        token.Word.Text is "wound" or "wounds" or "injury" or "injuries" or "burn" or "burns" or "trauma" or "gunshot" or "shrapnel" or "concussion" or "hospital" or "shock" or "inhalation" or "fractures" or "wounded" or "injured" or "bullet");

    private static bool TellsOfIllness(SentenceView view) => Any(view, token =>
        token.Word.Text is "malnutrition" or "cholera" or "malaria" or "measles" or "diarrhoea" or "diarrhea" or "ebola" or "mpox" or "dengue" or "flu" or "covid" or "hiv" or "disease" or "diseases" or "malnourished" or "cancer" or "virus");

    private static bool Any(SentenceView view, Func<Token, bool> test) =>
        Enumerable.Range(view.Sentence.First, view.Sentence.End - view.Sentence.First).Any(token => test(view.Article.Tokens[token]));
}
