using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"claimed the lives of 12 people", "lost their lives", "taking their own lives", "slit the throats of 12 people".</summary>
internal sealed class LivesRule : CasualtyRule
{
    private static readonly CasualtyTerm Fighting = new("fight for life", CasualtyFrame.Predicate, CasualtyCategory.Injured, [], null) { IsOfPeopleOnly = true };

    public override string Id => "casualties.lives";

    public override string Summary => "Lives claimed, lost or given, throats cut; one's own life taken is suicide.";

    public override string Example => "The flood claimed the lives of twelve people.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        var verbAt = view.SkipLeft(at - 1);
        if (view.NounAt(at) is not { } phrase)
        {
            return;
        }

        if (Cut(view, at, phrase) is { } throat)
        {
            ReadCut(view, at, throat, found);
            return;
        }

        if (view.Article.Tokens[phrase.Head].Word.CasualtyNoun is not { Frame: CasualtyFrame.Life } term)
        {
            return;
        }

        if ((phrase.Determiner & WordClass.Possessive) != 0 && view.IsPreposition(at - 1, "with") && view.VerbAt(view.SkipLeft(at - 2)) is { Verb.Lemma: "pay", IsNegated: false } && Modality.OfVerb(view, view.SkipLeft(at - 2)) is { } paid)
        {
            // "Twelve guards paid with their lives"
            var payer = view.SubjectOf(view.SkipLeft(at - 2));
            if (payer >= 0) Mentions.Add(view, view.Coordinated(payer, leftwards: true), new CasualtyMention { Sentence = view.Index, TriggerFirst = view.Chunks[at - 1].First, TriggerEnd = phrase.End, Terms = [term], Rule = Id, Certainty = paid }, found);
            return;
        }

        if ((phrase.Determiner & WordClass.Possessive) != 0 && view.IsPreposition(at - 1, "for"))
        {
            ReadFight(view, at, found);
            return;
        }

        if (view.IsPreposition(at - 1, "of") && view.NounAt(at - 2) is { } loss && view.Article.Tokens[loss.Head].Word.CasualtyNoun?.Term == "loss" && (loss.Determiner & WordClass.Negator) != 0)
        {
            // "There was no loss of life"
            found.Add(new CasualtyMention { Sentence = view.Index, TriggerFirst = loss.Head, TriggerEnd = phrase.End, Terms = [term], Counted = loss, Rule = Id, IsNegated = true });
            return;
        }

        if (phrase.Count is { Relation: not (CountRelation.Vague or CountRelation.Unquantified) } && view.IsPreposition(at - 1, "of") && view.NounAt(at - 2) is { Count: null } toll && view.Article.Tokens[toll.Head].Word.CasualtyNoun?.Term == "loss" && Modality.OfNoun(view, at - 2) is { } stated
            && view.VerbAt(view.VerbBefore(at - 2)) is not { Verb.Lemma: "fear" or "warn" or "risk" or "threaten" or "avoid" or "prevent" or "avert" or "predict" })
        {
            // "grieved at the loss of 14 precious lives"
            found.Add(new CasualtyMention { Sentence = view.Index, TriggerFirst = toll.Head, TriggerEnd = phrase.End, Terms = [term], Counted = phrase, Rule = Id, Certainty = stated });
            return;
        }

        if ((phrase.Determiner & WordClass.Possessive) != 0 && phrase.Head == phrase.First + 1 && view.NounAt(verbAt) is { Count: not null } or { Person: not null } && PriceOf(view, verbAt) is >= 0 and var spent && view.VerbAt(spent) is { } price && Modality.OfVerb(view, spent) is { } costs)
        {
            // "The attack cost twelve people their lives", "cost two men and a woman their lives"
            Mentions.Add(view, Enumerable.Range(0, (verbAt - spent + 1) / 2).Select(joined => spent + 1 + (joined * 2)), new CasualtyMention { Sentence = view.Index, TriggerFirst = price.First, TriggerEnd = phrase.End, Terms = [term], Rule = Id, IsNegated = price.IsNegated, Certainty = costs }, found);
            return;
        }

        var isThroat = term.Term == "throat";
        if (!isThroat && (phrase.Count is not null || (phrase.Determiner & WordClass.Negator) != 0) && view.VerbAt(view.SkipRight(at + 1)) is { Verb.Lemma: "lose" or "claim", Voice: Voice.Passive or Voice.BareParticiple } lost && Modality.OfVerb(view, view.SkipRight(at + 1)) is { } sure)
        {
            // "Twelve lives were lost"
            found.Add(new CasualtyMention { Sentence = view.Index, TriggerFirst = phrase.Head, TriggerEnd = lost.End, Terms = [term], Counted = phrase, Rule = Id, IsNegated = lost.IsNegated || (phrase.Determiner & WordClass.Negator) != 0, Certainty = sure });
            return;
        }

        if (view.NounAt(verbAt) is { } cost && view.WordAt(verbAt) == "cost" && cost.First == cost.Head && view.KindAt(verbAt - 1) == ChunkKind.Coordinator && phrase.Count is not null && Former(view, verbAt - 1) is { } sureness)
        {
            // "has uprooted a million people and cost 6,200 lives": a verb that could be a noun.
            found.Add(new CasualtyMention { Sentence = view.Index, TriggerFirst = cost.First, TriggerEnd = phrase.End, Terms = [term], Counted = phrase, Rule = Id, Certainty = sureness });
            return;
        }

        if (view.VerbAt(verbAt) is not { } verb || !(isThroat ? verb.Verb?.Lemma is "slit" or "cut" or "slash" : verb.Verb?.Lemma is "claim" or "take" or "cost" or "lose" or "give" or "sacrifice" or "lay" or "end")
            || Modality.OfVerb(view, verbAt) is not { } certainty)
        {
            return;
        }

        var mention = new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = phrase.End,
            Terms = [term],
            Rule = Id,
            IsNegated = verb.IsNegated,
            Certainty = certainty,
            Agent = isThroat ? Doers.Of(view, verbAt) : null,
        };
        if ((phrase.Determiner & WordClass.Possessive) != 0 || SaysOwn(view, phrase))
        {
            // "their own lives" taken or ended is suicide; "gave their lives" and "lost their lives" is not.
            var isSuicide = verb.Verb!.Lemma is "take" or "end" && SaysOwn(view, phrase) && !view.IsPreposition(at + 1, "into");
            var subject = verb.Voice == Voice.Ing ? view.NounBefore(verbAt) : view.SubjectOf(verbAt);
            if (IsTaken(view, phrase, verb, subject) && !isSuicide)
            {
                var his = new NounPhrase(phrase.First, phrase.First + 1) { Head = phrase.First, IsPronoun = true };
                found.Add(mention with { Victim = new Victim(his), Agent = view.NounAt(subject) });
            }
            else if (subject >= 0 && (isSuicide || verb.Verb.Lemma is "lose" or "give" or "sacrifice" or "lay"))
            {
                Mentions.Add(view, view.Coordinated(subject, leftwards: true), mention with { Cause = isSuicide ? "suicide" : null }, found);
            }
        }
        else if (view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is not null)
        {
            Mentions.Add(view, view.Coordinated(at + 2, leftwards: false), mention, found);
        }
        else if (isThroat)
        {
            if (DeedRule.Possessor(view, phrase) is { } possessor && Victims.AreSurelyPeople(view, possessor))
            {
                found.Add(mention with { Victim = possessor });
            }
        }
        else if (phrase.Count is not null)
        {
            found.Add(mention with { Counted = phrase });
        }
    }

    /// <summary>The verb "cost" before a phrase and those it is joined to; −1 where it is another.</summary>
    private static int PriceOf(SentenceView view, int last)
    {
        var at = last - 1;
        while (view.KindAt(at) is ChunkKind.Coordinator or ChunkKind.Comma && view.NounAt(at - 1) is { Count: not null } or { Person: not null }) at -= 2;
        return view.VerbAt(at) is { Verb.Lemma: "cost", Voice: not Voice.Passive } ? at : -1;
    }

    /// <summary>How sure the verb is that a coordinator goes on from; null where it tells of nothing that happened.</summary>
    private static Certainty? Former(SentenceView view, int joint)
    {
        var verb = view.VerbBefore(joint);
        return view.VerbAt(verb) is { IsNegated: false, Modal: < 0, Voice: Voice.Active or Voice.BareParticiple } ? Modality.OfVerb(view, verb) : null;
    }

    /// <summary>"Two are fighting for their lives": badly hurt.</summary>
    private void ReadFight(SentenceView view, int at, List<CasualtyMention> found)
    {
        var verb = view.SkipLeft(at - 2);
        if (view.VerbAt(verb) is not { Verb.Lemma: "fight" or "battle" or "struggle", IsNegated: false } fights || !view.Article.Tokens[fights.Main].Is(WordClass.VerbIng) || Modality.OfVerb(view, verb) is not { } certainty
            || (fights.Voice == Voice.Ing ? view.NounBefore(verb) : view.SubjectOf(verb)) is not (>= 0 and var subject) || (view.NounAt(subject) is { Count: null, IsPlural: true, Person.Kind: PartyKind.Medics } && found.Count > 0 && found[^1].Sentence >= view.Index - 1))
        {
            // Doctors fight for those of others.
            return;
        }

        Mentions.Add(view, view.Coordinated(subject, leftwards: true), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = fights.First,
            TriggerEnd = view.Chunks[at].End,
            Terms = [Fighting],
            Rule = Id,
            Certainty = certainty,
        }, found);
    }

    /// <summary>"their throats" with "slit" or "cut" behind, which could be nouns as well.</summary>
    private static CasualtyTerm? Cut(SentenceView view, int at, NounPhrase phrase)
    {
        var isWhose = view.WordAt(at - 1) == "whose";
        if ((phrase.Determiner & WordClass.Possessive) == 0 && !isWhose)
        {
            return null;
        }

        var isInside = view.Article.Tokens[phrase.Head].Word.Verb?.Lemma is "slit" or "cut";
        var isCut = isInside || (view.VerbAt(view.SkipRight(at + 1)) is { IsNegated: false, Modal: < 0, Verb.Lemma: "slit" or "cut" or "slash", Voice: var voice } && (voice == Voice.BareParticiple || (isWhose && voice == Voice.Passive)));
        return isCut && view.Article.Tokens[isInside ? phrase.Head - 1 : phrase.Head].Word.CasualtyNoun is { Term: "throat" } throat ? throat : null;
    }

    /// <summary>"Ten villagers had their throats cut", "were found with their throats slit": whose throats they are stands before.</summary>
    private void ReadCut(SentenceView view, int at, CasualtyTerm term, List<CasualtyMention> found)
    {
        if (view.WordAt(at - 1) == "whose")
        {
            // "Twelve villagers whose throats had been slit"
            var whose = view.NounAt(at - 2) is null ? [] : view.Coordinated(at - 2, leftwards: true);
            Mentions.Add(view, whose, new CasualtyMention { Sentence = view.Index, TriggerFirst = view.Chunks[at].First, TriggerEnd = (view.VerbAt(view.SkipRight(at + 1)) ?? view.Chunks[at]).End, Terms = [term], Rule = Id }, found);
            return;
        }

        var verb = view.SkipLeft(view.IsPreposition(at - 1, "with") ? at - 2 : at - 1);
        if (view.VerbAt(verb) is not ({ IsAuxiliaryOnly: true, IsPerfect: true } or { Verb.Lemma: "find" or "discover" or "leave", Voice: not Voice.Active }) || view.SubjectOf(verb) is not (>= 0 and var subject)
            || Modality.OfVerb(view, verb) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(subject, leftwards: true), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = view.Chunks[at].First,
            TriggerEnd = view.Chunks[view.Article.Tokens[view.NounAt(at)!.Head].Word.CasualtyNoun is null ? at : view.SkipRight(at + 1)].End,
            Terms = [term],
            Rule = Id,
            IsNegated = view.VerbAt(verb)!.IsNegated,
            Certainty = certainty,
        }, found);
    }

    /// <summary>"the blast claimed his life", "an assassin ended his life": by a thing, or by one who is called a killer.</summary>
    private static bool IsTaken(SentenceView view, NounPhrase life, VerbGroup verb, int subject) =>
        verb.Verb?.Lemma is "claim" or "take" or "cost" or "end" && view.Article.Tokens[life.First].Word.Text is "his" or "her"
        && view.NounAt(subject) is { IsPronoun: false, HasName: false } doer
        && (doer.Person is null or { Kind: PartyKind.ArmedGroup } || view.Article.Tokens[doer.Head].Word.CasualtyNoun?.Frame == CasualtyFrame.Agent);

    private static bool SaysOwn(SentenceView view, NounPhrase phrase) =>
        Enumerable.Range(phrase.First, phrase.End - phrase.First).Any(token => view.Article.Tokens[token].Word.Text == "own");
}
