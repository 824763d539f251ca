using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"26 soldiers fell in the attack", "three officers fell as martyrs": those who fight and fall are dead; so is who falls victim to gunmen or to a mine.</summary>
internal sealed class FellRule : CasualtyRule
{
    private static readonly CasualtyTerm Fell = new("fall", CasualtyFrame.Subject, CasualtyCategory.Killed, [], null);

    public override string Id => "casualties.fell";

    public override string Summary => "Those who fight and fall in a battle or an attack, or as martyrs, are dead, and so are those who fall victim to one.";

    public override string Example => "Twelve soldiers fell in the battle.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        var isPrey = IsPrey(view, at);
        if (view.VerbAt(at) is not { Verb.Lemma: "fall", Voice: not Voice.Passive, IsNegated: false } verb || view.SubjectOf(at) is not (>= 0 and var subject))
        {
            return;
        }

        var who = view.VictimAt(subject).Who;
        var isDeath = Fights(view, who) && (IsInBattle(view, view.SkipRight(at + 1)) || HaveFallen(view, at, verb, subject));
        if (!(isPrey || isDeath || (who.Person is not null && IsHeroic(view, at))) || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        // "Two governments and three generals have fallen": governments are no dead.
        var fallen = view.Coordinated(subject, leftwards: true);
        Mentions.Add(view, !isPrey ? view.Such(fallen, static one => one is not { Person.IsCollective: true }) : fallen, new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = view.Chunks[isPrey ? view.ObjectOf(at) : at].End,
            Terms = [Fell],
            Rule = Id,
            Certainty = certainty,
            Agent = isPrey ? view.NounAt(view.ObjectOf(at) + 2) : null,
        }, found);
    }

    /// <summary>"fell victim to gunmen", "to a landmine", "to the violence"; but not to fraud or rumours.</summary>
    private static bool IsPrey(SentenceView view, int at) =>
        view.NounAt(view.ObjectOf(at)) is { } prey && view.Article.Tokens[prey.Head].Word.Text is "victim" or "victims" or "prey"
        && view.IsPreposition(view.ObjectOf(at) + 1, "to") && view.NounAt(view.ObjectOf(at) + 2) is { } to
        && (to.Person is { Kind: PartyKind.ArmedGroup or PartyKind.Military or PartyKind.Police } || (view.Article.Tokens[to.Head].Word is var harm
            && (harm.NotPeople == "weapon" || harm.CasualtyNoun is not null || harm.Text is "violence" or "gunfire" or "fire" || (harm.NotPeople == "event" && harm.Text is not ("theft" or "crime" or "robbery" or "abuse" or "virus" or "disease" or "cyberattack" or "delay" or "threat" or "election" or "vote")))));

    /// <summary>Those who bear arms, whoever they are called, and sons and brothers at war.</summary>
    public static bool Fights(SentenceView view, NounPhrase who) =>
        PartyReader.KindOf(view.Article, who) is PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police || who.Person?.Flags.Contains("kin") == true
        || ((who.Determiner & WordClass.Possessive) != 0 && view.Article.Tokens[who.Head].Word.Text is "men" or "cadres");

    /// <summary>"fewer than 30 of their men have fallen", "40 soldiers fell that day": counted, and nothing behind says whereto.</summary>
    private static bool HaveFallen(SentenceView view, int at, VerbGroup verb, int subject)
    {
        var counted = view.CountedWith(subject) is >= 0 and var first ? first : subject;
        var isAtDay = view.WordAt(at + 1) == "that" && view.KindAt(at + 1) == ChunkKind.Relative ? at + 2 : at + 1;
        var behind = view.NounAt(isAtDay) is { } day && Victims.IsTime(view, day) ? isAtDay + 1 : at + 1;
        return view.NounAt(counted)!.Count is not null && (view.KindAt(behind) is ChunkKind.Stop or ChunkKind.Quote || (verb.IsPerfect && behind == at + 1 && (view.KindAt(behind) is ChunkKind.Comma or ChunkKind.Coordinator or ChunkKind.Other || IsInPlace(view, view.NounAt(counted)!, behind))));
    }

    /// <summary>"452 soldiers have fallen in Gaza": so do soldiers; a general may have fallen from favour there.</summary>
    private static bool IsInPlace(SentenceView view, NounPhrase who, int at) => who.Person?.Singular is "soldier" or "troop" or "fighter" or "serviceman" or "volunteer" or "reservist" && view.IsPreposition(at, "in") && view.NounAt(at + 1) is { } place && view.Article.Tokens[place.Head].Is(WordClass.Place | WordClass.Country);

    /// <summary>"fell heroically": so do only those who fight.</summary>
    private static bool IsHeroic(SentenceView view, int at) => view.WordAt(at + 1) is "heroically" or "bravely" or "gallantly";

    private static bool IsInBattle(SentenceView view, int at) =>
        view.KindAt(at) == ChunkKind.Preposition && view.NounAt(at + 1) is { } where && (IsAtHead(view, at) || IsThere(view, at, where) || IsAtFront(view, at, where));

    /// <summary>"fell at the front": so do soldiers, and sons at war.</summary>
    private static bool IsAtFront(SentenceView view, int at, NounPhrase where) => view.WordAt(at) is "at" or "on" && view.Article.Tokens[where.Head].Word.Text is "front" && (where.Determiner & WordClass.Article) != 0;

    /// <summary>"fell at the head of his regiment".</summary>
    private static bool IsAtHead(SentenceView view, int at) =>
        view.WordAt(at) == "at" && view.Article.Tokens[view.NounAt(at + 1)!.Head].Word.Text == "head" && view.IsPreposition(at + 2, "of") && view.NounAt(at + 3)?.Person is { Kind: PartyKind.Military or PartyKind.ArmedGroup };

    /// <summary>"in the attack", "during the battle", "as martyrs"; but not "in love" or "from a horse".</summary>
    private static bool IsThere(SentenceView view, int at, NounPhrase where) =>
        view.Article.Tokens[where.Head].Word is var word
        && (view.WordAt(at) is "in" or "during" ? word.NotPeople == "event" || word.Text is "battle" or "action" or "combat" or "fighting" or "attack" or "ambush" or "war" : view.WordAt(at) == "as" && word.Text is "martyrs" or "martyr");
}
