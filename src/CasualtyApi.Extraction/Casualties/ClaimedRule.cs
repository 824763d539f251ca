using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"The blast claimed 29 people": an event takes them, as it takes lives; whoever speaks claims a deed or a right.</summary>
internal sealed class ClaimedRule : CasualtyRule
{
    private static readonly CasualtyTerm Claimed = new("claim", CasualtyFrame.Object, CasualtyCategory.Killed, [], null) { IsOfPeopleOnly = true };

    public override string Id => "casualties.claimed";

    public override string Summary => "People whom an attack, an accident or a disaster claimed.";

    public override string Example => "The blast claimed 29 people.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { Verb.Lemma: "claim", Voice: Voice.Active or Voice.BareParticiple, IsNegated: false } verb
            || view.NounAt(view.ObjectOf(at)) is not ({ Count: not null, Person: not null } or { IsPlural: false, Person.IsCollective: false }) || view.SubjectOf(at) is not (>= 0 and var subject) || !IsEvent(view, subject)
            || view.HasOwnVerb(view.ObjectOf(at)) || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(view.ObjectOf(at), leftwards: false), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = verb.End,
            Terms = [Claimed],
            Rule = Id,
            Certainty = certainty,
        }, found);
    }

    /// <summary>An event that kills; a vote claims nobody's life, and a festival its visitors.</summary>
    private static bool IsEvent(SentenceView view, int at) => view.NounAt(at) is { Person: null, HasName: false } what && Kills(view.Article.Tokens[what.Head].Word);

    private static bool Kills(Word word) =>
        word.NotPeople == "weapon" || word.CasualtyNoun is { Frame: CasualtyFrame.Event }
        || word.Text is "blast" or "explosion" or "attack" or "attacks" or "ambush" or "bombing" or "shelling" or "airstrike" or "gunfight" or "shootout" or "violence" or "stampede" or "accident" or "derailment" or "shipwreck"
            or "fire" or "blaze" or "flood" or "floods" or "earthquake" or "quake" or "landslide" or "mudslide" or "avalanche" or "cyclone" or "hurricane" or "typhoon" or "tornado" or "tsunami" or "disaster" or "outbreak" or "epidemic" or "famine";
}
