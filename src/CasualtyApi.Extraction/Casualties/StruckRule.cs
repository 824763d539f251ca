using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Five people were hit by live fire", "grazed by a bullet", "torn apart by a shell": people and the weapon that struck them.</summary>
internal sealed class StruckRule : CasualtyRule
{
    private static readonly CasualtyTerm Hit = new("hit", CasualtyFrame.Object, CasualtyCategory.KilledOrInjured, [], null) { IsOfPeopleOnly = true, IsManner = true };
    private static readonly CasualtyTerm Grazed = new("graze", CasualtyFrame.Object, CasualtyCategory.Injured, [], null) { IsOfPeopleOnly = true, IsManner = true };
    private static readonly CasualtyTerm Torn = new("tear apart", CasualtyFrame.Object, CasualtyCategory.Killed, [], null) { IsOfPeopleOnly = true };

    public override string Id => "casualties.struck";

    public override string Summary => "People hit, grazed or torn apart by bullets, shells or the like.";

    public override string Example => "Five people were hit by stray bullets.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { Casualty: null, Voice: Voice.Active or Voice.BareParticiple, IsNegated: false, Verb.Lemma: "hit" or "strike" or "graze" } struck && view.ObjectOf(at) is >= 0 and var target && Wounds.AreInLimb(view, target + 1)
            && view.NounAt(view.SubjectOf(at)) is { } shot && view.Article.Tokens[shot.Head].Word is { NotPeople: "weapon" } or { Text: "round" or "rounds" or "shrapnel" or "fragment" or "fragments" or "debris" } && Modality.OfVerb(view, at) is { } sure)
        {
            // "A stray round hit a boy in the thigh"
            Mentions.Add(view, view.Coordinated(target, leftwards: false), new CasualtyMention { Sentence = view.Index, TriggerFirst = struck.First, TriggerEnd = struck.End, Terms = [Grazed], Rule = Id, Certainty = sure }, found);
            return;
        }

        if (view.VerbAt(at) is { Voice: Voice.Active or Voice.BareParticiple, IsNegated: false, Verb.Lemma: "take" } took && view.NounAt(view.ObjectOf(at)) is { } round && view.Article.Tokens[round.Head].Word.Text is "bullet" or "bullets" && view.IsPreposition(view.ObjectOf(at) + 1, "in") && view.SubjectOf(at) is >= 0 and var wounded && Modality.OfVerb(view, at) is { } plain)
        {
            // "A sergeant took a bullet in the thigh"
            var where = view.ObjectOf(at) + 1;
            Mentions.Add(view, view.Coordinated(wounded, leftwards: true), new CasualtyMention { Sentence = view.Index, TriggerFirst = took.First, TriggerEnd = round.End, Terms = [Wounds.AreInLimb(view, where) ? Grazed : Hit], Rule = Id, Certainty = plain }, found);
            return;
        }

        if (view.VerbAt(at) is { Casualty: null, Voice: Voice.Passive, IsNegated: false, Modal: < 0, Verb.Lemma: "hit" or "scratch" or "graze" } spared && view.EndsBefore(at + 1) && view.SubjectOf(at) is >= 0 and var nobody && AreNobody(view, nobody) && Modality.OfVerb(view, at) is { } certain)
        {
            // "Not a single civilian was hit"
            Mentions.Add(view, [nobody], new CasualtyMention { Sentence = view.Index, TriggerFirst = spared.First, TriggerEnd = spared.End, Terms = [Hit with { IsManner = false }], Rule = Id, IsNegated = true, Certainty = certain }, found);
            return;
        }

        if (view.VerbAt(at) is { Casualty: null, Voice: Voice.Passive, IsNegated: false, Modal: < 0, Verb.Lemma: "graze" } scratched && view.EndsBefore(view.SkipRight(at + 1)) && view.SubjectOf(at) is >= 0 and var skin && view.VictimAt(skin).Who.Person is not null && Modality.OfVerb(view, at) is { } mild)
        {
            // "A couple of guards were grazed"
            Mentions.Add(view, view.Coordinated(skin, leftwards: true), new CasualtyMention { Sentence = view.Index, TriggerFirst = scratched.First, TriggerEnd = scratched.End, Terms = [Grazed with { IsManner = false }], Rule = Id, Certainty = mild }, found);
            return;
        }

        var isInLimb = Wounds.AreInLimb(view, at + 1);
        if (view.VerbAt(at) is not { Casualty: null, Voice: Voice.Passive or Voice.BareParticiple } verb || (isInLimb && verb.Verb?.Lemma is "hit" or "strike" ? Grazed : Term(view, at, verb)) is not { } term || (isInLimb ? view.Chunks[at + 2].End : Weapon(view, at)) is not (>= 0 and var end)
            || (verb.Voice == Voice.Passive ? view.SubjectOf(at) : view.NounBefore(at)) is not (>= 0 and var subject) || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, view.Such(view.Coordinated(subject, leftwards: true), who => who is { Count: not null } or { IsPlural: false, Person: not null } or { IsPronoun: true } or { HasName: true }), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = end,
            Terms = [term],
            Rule = Id,
            IsNegated = verb.IsNegated,
            Certainty = certainty,
        }, found);
    }

    /// <summary>"no passenger", "not a single civilian", "no one".</summary>
    private static bool AreNobody(SentenceView view, int at) =>
        view.NounAt(at) is { } who && (who.Person is not null || who.IsPronoun) && (Mentions.AreNone(view, who) || view.Article.Tokens[who.First].Is(WordClass.Negator) || (who.First > view.Sentence.First && view.Article.Tokens[who.First - 1].Word.Text == "not" && view.Article.Tokens[who.First].Word.Text is "a" or "one" or "single"));

    private static CasualtyTerm? Term(SentenceView view, int at, VerbGroup verb) => verb.Verb?.Lemma switch
    {
        "hit" or "strike" or "riddle" or "pierce" => Hit,
        "graze" => Grazed,
        "tear" or "rip" when view.WordAt(at + 1) is "apart" || (view.IsPreposition(at + 1, "to") && view.WordAt(at + 2) is "pieces" or "shreds") => Torn,
        _ => null,
    };

    /// <summary>The end of the words for the weapon behind "by" or "with"; −1 where none is named.</summary>
    private static int Weapon(SentenceView view, int at)
    {
        var by = view.SkipRight(at + 1);
        by = view.WordAt(at + 1) == "apart" ? at + 2 : view.IsPreposition(by, "to") ? by + 2 : by;
        if (view.KindAt(by) != ChunkKind.Preposition || view.WordAt(by) is not ("by" or "with"))
        {
            return -1;
        }

        // "live fire" may be cut in two.
        for (var chunk = by + 1; chunk < by + 3 && view.KindAt(chunk) is ChunkKind.NounPhrase or ChunkKind.VerbGroup or ChunkKind.Adjective; chunk++)
        {
            if (view.NounAt(chunk) is { } thing && view.Article.Tokens[thing.Head].Word is var word)
            {
                return word.NotPeople == "weapon" || word.Text is "gunfire" or "fire" or "crossfire" or "shrapnel" or "fragment" or "fragments" or "debris" or "pellet" or "pellets" or "blast" or "explosion" ? thing.End : -1;
            }
        }

        return -1;
    }
}
