using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Gunmen seized 30 students", "bandits whisked away 12 women", "was seized by militants": people whom armed men take with them.</summary>
internal sealed class TakenRule : CasualtyRule
{
    private static readonly CasualtyTerm Taken = new("take away", CasualtyFrame.Object, CasualtyCategory.Abducted, [], null);

    public override string Id => "casualties.taken";

    public override string Summary => "People whom gunmen, bandits or rebels seize, snatch or take away.";

    public override string Example => "Gunmen seized thirty students.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { IsNegated: false } verb)
        {
            return;
        }

        var areMore = AreOfTheTaken(view, at, verb, found);
        if (!(areMore || Takes(view, at, verb, found)) || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        var isObject = verb.Voice != Voice.Passive && Target(view, at) >= 0;
        var victims = isObject ? Target(view, at) : verb.Voice == Voice.BareParticiple ? view.NounBefore(at) : view.SubjectOf(at);
        var doer = isObject ? Doers.Of(view, at) : Doers.Behind(view, view.SkipRight(at + 1));
        var from = IsAway(view, at + 1) ? at + 2 : at + 1;
        var isFromHome = doer is not { Person.Kind: PartyKind.Police or PartyKind.Military } && verb is { Voice: not Voice.Active } && !isObject && view.IsPreposition(view.SkipRight(from), "from")
            && (verb.Verb!.Lemma == "snatch" || ((from > at + 1 || verb.Verb.Lemma == "seize") && view.NounAt(view.SkipRight(from) + 1) is { } home && view.Article.Tokens[home.Head].Word.NotPeople == "building"));
        var isByForce = isFromHome || (doer is null ? areMore || IsAsCaptives(view, victims) || IsIntoVehicle(view, at, verb) || IsByForce(view, at, verb, found) : IsArmed(view, doer, found) || (verb.Verb!.Lemma != "hold" && IsTheGroup(view, doer)));
        if (!isByForce || view.NounAt(victims) is not ({ Count: not null } or { IsPlural: false, Person: not null }))
        {
            return;
        }

        Mentions.Add(view, view.Such(view.Coordinated(victims, leftwards: !isObject), who => who is { IsElliptic: true } || (who is not null && Victims.IsWordForPeople(view.Article, who))), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = verb.End,
            Terms = [verb.Verb!.Lemma == "hold" ? Captivity.Captives : Taken],
            Rule = Id,
            Certainty = certainty,
            Agent = doer,
        }, found);
    }

    /// <summary>Those taken, right behind the verb or behind its "away".</summary>
    private static int Target(SentenceView view, int at) => view.VerbAt(at)!.Verb?.Lemma == "make" ? at + 3 : IsAway(view, at + 1) && view.KindAt(at + 2) == ChunkKind.NounPhrase ? at + 2
        : view.ObjectOf(at) is >= 0 and var taken ? taken : view.RelativeObjectOf(at);

    private static bool Takes(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found) => verb.Verb?.Lemma switch
    {
        "seize" or "snatch" => true,
        "hold" => IsHeld(view, at, verb),
        // "made off with dozens of girls"
        "make" => verb.Voice != Voice.Passive && view.WordAt(at + 1) == "off" && view.IsPreposition(at + 2, "with") && view.NounAt(at + 3) is { Person: not null },
        "whisk" or "take" or "cart" or "drag" or "march" or "herd" or "lead" or "drive" or "carry" or "spirit" =>
            IsAway(view, at + 1) || IsIntoTheWild(view, at + 1) || (verb.Voice != Voice.Passive && view.ObjectOf(at) is >= 0 and var target && (IsAway(view, target + 1) || IsIntoTheWild(view, target + 1) || IsAsCaptives(view, target) || IsAllThatIsTold(view, at, verb, target, found))),
        "force" or "bundle" or "push" or "shove" => IsIntoVehicle(view, at, verb),
        _ => false,
    };

    /// <summary>"are holding 40 soldiers", "are being held by the guerrillas against their will": and nothing that makes it an opinion or a siege.</summary>
    private static bool IsHeld(SentenceView view, int at, VerbGroup verb)
    {
        var isPassive = verb.Voice == Voice.Passive;
        var held = isPassive ? view.SubjectOf(at) : view.ObjectOf(at);
        if (held < 0 || view.WordAt(at + 1) is "up" or "back" || view.NounAt(held) is not { Count: not null } || view.VictimAt(held).Who is not { Person.Kind: not PartyKind.Prisoners }) return false;
        var behind = view.SkipRight(isPassive ? view.OverPhrase(at + 1) : held + 1);
        return view.EndsBefore(behind) || view.VerbAt(behind) is not null || view.WordAt(behind) is "against" or "since";
    }

    /// <summary>"Gunmen took more than twenty of our young men": people, and not where to or what for.</summary>
    private static bool IsAllThatIsTold(SentenceView view, int at, VerbGroup verb, int target, List<CasualtyMention> found)
    {
        var group = view.IsPreposition(target + 1, "of") && view.NounAt(target + 2) is not null ? target + 2 : target;
        return verb.Verb!.Lemma == "take" && view.NounAt(target) is { Count: not null } && view.NounAt(group) is { Person.IsCollective: false } && Doers.Of(view, at) is { } doer && IsArmed(view, doer, found)
            && (view.EndsBefore(group + 1) || view.IsPreposition(group + 1, "from"));
    }

    /// <summary>"dragged 251 people into Gaza as captives".</summary>
    private static bool IsAsCaptives(SentenceView view, int victims)
    {
        var at = victims + 1;
        while (view.KindAt(at) is ChunkKind.NounPhrase or ChunkKind.Preposition && view.WordAt(at) != "as") at++;
        return victims >= 0 && view.WordAt(at) == "as" && view.WordAt(at + 1) is "captives" or "hostages";
    }

    /// <summary>Nobody says by whom, and nobody goes so freely.</summary>
    private static bool IsByForce(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found) => verb.Voice == Voice.Passive && verb.Verb!.Lemma switch
    {
        "seize" => AreChildrenOfTown(view, at),
        "whisk" or "spirit" => IsAway(view, at + 1) && view.EndsBefore(at + 2) && view.NounAt(view.SubjectOf(at)) is { Count.Low: > 1 } && (IsToldOf(view, found, 2, CasualtyCategory.Abducted) || ActsArmed(view, verb)),
        "herd" or "march" or "drag" or "drive" or "carry" => (verb.Verb.Lemma != "carry" && IsAtGunpoint(view, at))
            || (verb.Verb.Lemma is "carry" or "march" or "herd" && view.WordAt(at + 1) == "off" && view.EndsBefore(at + 2) && IsToldOf(view, found, 0, CasualtyCategory.Abducted, CasualtyCategory.Killed)),
        _ => false,
    };

    /// <summary>"Thirty girls were seized from Chibok".</summary>
    private static bool AreChildrenOfTown(SentenceView view, int at) =>
        view.KindAt(at + 1) == ChunkKind.Preposition && view.WordAt(at + 1) is "in" or "from" && view.NounAt(at + 2) is { Determiner: 0 } town && view.Article.Tokens[town.Head].Capitalized
        && view.NounAt(view.SubjectOf(at)) is { Count.Low: > 1, Person.Kind: PartyKind.Children };

    /// <summary>"were herded into the forest at gunpoint".</summary>
    private static bool IsAtGunpoint(SentenceView view, int at) => view.Chunks.Skip(at).Take(SentenceView.ClauseReach).Any(chunk => view.Article.Tokens[chunk.First].Word.Text == "gunpoint");

    /// <summary>"several were killed and two were carried off".</summary>
    private static bool IsToldOf(SentenceView view, List<CasualtyMention> found, int before, params CasualtyCategory[] harms) => Mentions.Last(view, found, before).Any(told => harms.Contains(told.Terms[0].Category));

    /// <summary>"Raiders attacked the school and 35 pupils were whisked away"; but a bomb near the rebels does not take anybody away.</summary>
    private static bool ActsArmed(SentenceView view, VerbGroup verb) =>
        view.NounsBefore(verb.First).Any(who => PartyReader.KindOf(view.Article, who) == PartyKind.ArmedGroup && view.KindAt(view.At(who.First) - 1) != ChunkKind.Preposition);

    /// <summary>"were forced into pickup trucks and driven away".</summary>
    private static bool IsIntoVehicle(SentenceView view, int at, VerbGroup verb)
    {
        var into = verb.Voice != Voice.Passive && view.ObjectOf(at) is >= 0 and var target ? target + 1 : at + 1;
        return verb.Verb?.Lemma is "force" or "bundle" or "push" or "shove" && view.IsPreposition(into, "into") && view.NounAt(into + 1) is { } vehicle && view.Article.Tokens[vehicle.Head].Word.NotPeople == "equipment"
            && (verb.Voice != Voice.Passive || view.Chunks.Skip(into).Any(chunk => view.Article.Tokens[chunk.First].Word.Text is "away" or "off"));
    }

    /// <summary>"into the forest": where nobody goes of their own will with such.</summary>
    private static bool IsIntoTheWild(SentenceView view, int at) =>
        view.IsPreposition(at, "into") && view.NounAt(at + 1) is { } where && view.Article.Tokens[where.Head].Word.Text is "forest" or "forests" or "bush" or "jungle" or "woods" or "mountains" or "hills" or "desert" or "wilderness";

    /// <summary>"The group had seized four people": whoever was told of before, and no force of the law is called so.</summary>
    private static bool IsTheGroup(SentenceView view, NounPhrase doer) => doer.Head == doer.First + 1 && view.Article.Tokens[doer.First].Word.Text == "the" && view.Article.Tokens[doer.Head].Word.Text is "group" or "gang" or "movement";

    /// <summary>Gunmen and rebels, and "they" at the beginning of the sentence behind what such people did.</summary>
    private static bool IsArmed(SentenceView view, NounPhrase doer, List<CasualtyMention> found) =>
        PartyReader.KindOf(view.Article, doer) == PartyKind.ArmedGroup
        || (doer.IsPronoun && doer.First == view.Sentence.First && view.Article.Tokens[doer.Head].Word.Text == "they" && found.Count > 0 && found[^1] is { Agent: { } last } told && told.Sentence >= view.Index - 1 && PartyReader.KindOf(view.Article, last) == PartyKind.ArmedGroup);

    /// <summary>"Police said 38 pupils were carried off", "no more than 40 had been taken": another number of those told abducted just before.</summary>
    private static bool AreOfTheTaken(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found) =>
        verb is { Voice: Voice.Passive, Verb.Lemma: "take" or "carry" or "seize" or "snatch" } && view.SubjectOf(at) is >= 0 and var subject && view.NounAt(subject) is { Count: not null } some && (some.IsElliptic || some.Person is { Kind: not PartyKind.ArmedGroup, Singular: not "suspect" })
        && (view.EndsBefore(IsAway(view, at + 1) ? at + 2 : at + 1) || (verb.Verb.Lemma == "seize" && view.KindAt(at + 1) == ChunkKind.Preposition && view.WordAt(at + 1) is "on" or "in" or "at" or "from"))
        && Mentions.Last(view, found, 2).Any(told => told.Terms is [{ Category: CasualtyCategory.Abducted }] || (IsAway(view, at + 1) && told.Agent is { } doer && PartyReader.KindOf(view.Article, doer) == PartyKind.ArmedGroup));

    private static bool IsAway(SentenceView view, int at) => view.WordAt(at) is "away" or "off";
}
