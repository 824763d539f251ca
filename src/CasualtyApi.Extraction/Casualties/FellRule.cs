using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"26 soldiers fell in the attack", "three officers fell as martyrs": those who fight and fall are dead.</summary>
internal sealed class FellRule : CasualtyRule
{
    private static readonly CasualtyTerm Fell = new("fall", CasualtyFrame.Subject, CasualtyCategory.Killed, [], null);

    public override string Id => "casualties.fell";

    public override string Summary => "Those who fight and fall in a battle or an attack, or as martyrs, are dead.";

    public override string Example => "Twelve soldiers fell in the battle.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { Verb.Lemma: "fall" or "embrace" or "attain" or "achieve", Voice: not Voice.Passive, IsNegated: false } verb || !(verb.Verb.Lemma == "fall" ? IsInBattle(view, view.SkipRight(at + 1)) : IsMartyrdom(view, view.ObjectOf(at)))
            || view.SubjectOf(at) is not (>= 0 and var subject) || !Fights(view.VictimAt(subject)) || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(subject, leftwards: true), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = verb.End,
            Terms = [Fell],
            Rule = Id,
            Certainty = certainty,
        }, found);
    }

    private static bool Fights(Victim victim) => victim.Who.Person is { Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police };

    /// <summary>"embraced martyrdom".</summary>
    private static bool IsMartyrdom(SentenceView view, int at) => view.NounAt(at) is { } what && view.Article.Tokens[what.Head].Word.Text == "martyrdom";

    /// <summary>"in the attack", "during the battle", "as martyrs"; but not "in love" or "from a horse".</summary>
    private static bool IsInBattle(SentenceView view, int at) =>
        view.KindAt(at) == ChunkKind.Preposition && view.NounAt(at + 1) is { } where
        && view.Article.Tokens[where.Head].Word is var word
        && (view.WordAt(at) is "in" or "during" ? word.NotPeople == "event" || word.Text is "battle" or "action" or "combat" or "fighting" or "attack" or "ambush" or "war" : view.WordAt(at) == "as" && word.Text is "martyrs" or "martyr");
}
