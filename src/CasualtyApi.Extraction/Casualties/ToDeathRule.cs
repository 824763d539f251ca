using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"hacked 55 people to death", "beat two men and a boy to death": those between the verb and the death it led to.</summary>
internal sealed class ToDeathRule : CasualtyRule
{
    private static readonly CasualtyTerm Killed = new("to death", CasualtyFrame.Object, CasualtyCategory.Killed, [], null);

    public override string Id => "casualties.to-death";

    public override string Summary => "People whom somebody beats, stabs or burns to death, named between the verb and \"to death\".";

    public override string Example => "The mob beat two men to death.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { Voice: not Voice.Passive, IsNegated: false, Verb.Lemma: "hack" or "beat" or "stab" or "burn" or "stone" or "club" or "bludgeon" or "batter" or "torture" or "kick" or "flog" or "knife" or "shoot" or "crush" or "trample" or "starve" or "whip" or "send" } verb
            || view.ObjectOf(at) is not (>= 0 and var target))
        {
            return;
        }

        var victims = view.Coordinated(target, leftwards: false);
        var to = victims[^1] + 1;
        if (view.IsPreposition(to, "to") && view.NounAt(to + 1) is { } end && IsDeath(view, verb, end) && Modality.OfVerb(view, at) is { } certainty)
        {
            Mentions.Add(view, victims, new CasualtyMention
            {
                Sentence = view.Index,
                // Each of several is quoted from where it stands.
                TriggerFirst = victims.Count == 1 ? verb.First : view.Chunks[to].First,
                TriggerEnd = end.End,
                Terms = [Killed],
                Rule = Id,
                Certainty = certainty,
                Agent = Doers.Of(view, at),
            }, found);
        }
    }

    /// <summary>"beaten to death"; "sent to hell", "sent to their deaths", but not "sent to death row".</summary>
    private static bool IsDeath(SentenceView view, VerbGroup verb, NounPhrase end) =>
        view.Article.Tokens[end.Head].Word.Text is var word
        && (verb.Verb!.Lemma == "send" ? word == "hell" || (word is "death" or "deaths" && (end.Determiner & WordClass.Possessive) != 0) : word == "death" && end.Determiner == 0);
}
