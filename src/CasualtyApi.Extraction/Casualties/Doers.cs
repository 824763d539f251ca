using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>Who does what a verb tells.</summary>
internal static class Doers
{
    /// <summary>The subject of an active verb; that of a participle behind its clause ("rebels stormed the post, killing three") is the clause's.</summary>
    public static NounPhrase? Of(SentenceView view, int verb)
    {
        if (view.VerbAt(verb) is { Voice: Voice.Ing, Verb.Lemma: "hold" or "keep" } && view.NounAt(verb - 1) is { Person: not null } holder)
        {
            // "attacked rebels holding 12 soldiers captive"
            return holder;
        }

        var isDeed = view.KindAt(verb - 1) == ChunkKind.Preposition;
        var clause = view.VerbAt(verb)!.Voice == Voice.Ing || isDeed ? ClauseBefore(view, verb) : -1;
        if (view.VerbAt(clause) is { } charge && (charge.Reporting is { Class: "accuse" } || Modality.OfLaw(charge.Verb?.Lemma) is not null)
            && (isDeed ? verb - 1 : DeedBetween(view, clause, verb)) is >= 0 and var deed && (charge.Reporting is { Class: "accuse" } || view.WordAt(deed) is "of" or "with" or "for"))
        {
            // "accused the army of killing ten", "accused the army of shelling a market, killing ten": the army's deed, not its accuser's.
            return Whose(view, charge.Voice == Voice.Passive ? view.SubjectOf(clause) : view.ObjectOf(clause) is >= 0 and var accused ? accused : view.NounBefore(clause));
        }

        if (isDeed && view.IsPreposition(verb - 1, "for") && view.IsPreposition(verb - 3, "of") && view.NounAt(verb - 4) is { } law && Modality.OfLaw(view.Article.Tokens[law.Head].Word.Text) is not null)
        {
            // "the arrest of two soldiers for killing ten"
            return view.NounAt(verb - 2);
        }

        if (clause < 0)
        {
            // "had “neutralised” eight": the mark stands inside the verb.
            var main = view.KindAt(verb - 1) == ChunkKind.Quote && view.VerbAt(verb - 2) is { IsAuxiliaryOnly: true } ? verb - 2 : verb;
            return Whose(view, view.SubjectOf(main));
        }

        if (view.VerbAt(clause)!.Verb?.Lemma is "clash" or "battle" or "skirmish" && view.VerbAt(verb)!.Casualty is null)
        {
            // "The army clashed with rebels, leaving ten dead": nobody says by whom.
            return null;
        }

        // "The patrol was ambushed by rebels, killing three": who did the one did the other.
        return view.VerbAt(clause)!.Voice == Voice.Passive ? Behind(view, clause + 1) : Whose(view, view.SubjectOf(clause));
    }

    /// <summary>Who stands behind "by", right behind the verb or behind the place and time of it: "were killed at a funeral in Ntoyo by rebels".</summary>
    public static NounPhrase? Behind(SentenceView view, int at)
    {
        for (var by = at; by < view.Chunks.Count && by < at + 10 && view.KindAt(by) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Comma or ChunkKind.Adverb; by++)
        {
            if (view.IsPreposition(by, "by"))
            {
                // "by suspected Boko Haram fighters"
                return Whose(view, view.VerbAt(by + 1) is { Voice: Voice.BareParticiple, Verb.Lemma: "suspect" or "allege" } ? by + 2 : by + 1);
            }
        }

        return null;
    }

    /// <summary>The phrase at a chunk; of a weapon or an attack the one that says whose it was: "a missile fired by the rebels" is the rebels' doing.</summary>
    private static NounPhrase? Whose(SentenceView view, int at)
    {
        if (view.BetweenOf(at) is > 0 and var between)
        {
            // "Clashes between soldiers and rebels killed 12": neither's doing alone.
            return view.NounAt(between - 1);
        }

        if (view.KindAt(at - 1) == ChunkKind.Coordinator && view.NounAt(at) is { Person.Kind: not (PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police), Organization: null, Country: null } && view.NounAt(at - 2) is { Person.Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police } forces)
        {
            // "Israeli troops and settlers have killed 964"
            return forces;
        }

        if (view.NounAt(at) is { Count: null } some && view.Article.Tokens[some.Head].Word.Text is "member" or "members" && view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is ({ Person.IsCollective: true } or { Organization: not null }) and var group)
        {
            // "Members of the gang attacked the town, killing ten"
            return group;
        }

        if (view.NounAt(at) is { Country: null, Organization: null, Person: null, Determiner: 0 } second && IsAttack(view.Article.Tokens[second.Head].Word) && view.KindAt(at - 1) == ChunkKind.Coordinator && view.NounAt(at - 2) is ({ Country: not null } or { Organization: not null } or { Person: not null }) and var first && IsAttack(view.Article.Tokens[first.Head].Word))
        {
            // "Russian drones and glide bombs"
            return first;
        }

        if (view.NounAt(at) is not { Person: null } thing || view.Article.Tokens[thing.Head].Word.NotPeople is not ("event" or "weapon" or "equipment"))
        {
            return view.NounAt(at);
        }

        if (AscribedTo(view, at) is >= 0 and var ascribed)
        {
            return view.NounAt(ascribed);
        }

        var by = view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is not null ? at + 3 : at + 1;
        return view.IsPreposition(by, "by") && view.NounAt(by + 1) is { } doer ? doer : Launcher(view, at) ?? thing;
    }

    /// <summary>"an attack blamed on rebels", "a strike attributed to Israel", "an ambush claimed by rebels", "a missile fired by rebels", ", carried out by rebels,", ", which officials blamed on rebels,": whom it is laid to; −1 for nobody.</summary>
    public static int AscribedTo(SentenceView view, int attack)
    {
        var verb = view.KindAt(attack + 1) == ChunkKind.Comma ? attack + 2 : attack + 1;
        if (view.KindAt(verb) == ChunkKind.Relative && view.NounAt(verb + 1) is not null && view.VerbAt(verb + 2) is { Voice: Voice.Active or Voice.BareParticiple, Verb.Lemma: "blame" or "attribute" })
        {
            verb += 2;
        }

        if (view.VerbAt(verb) is not { Voice: Voice.BareParticiple or Voice.Active, IsNegated: false, Verb.Lemma: var lemma })
        {
            return -1;
        }

        var by = view.SkipRight(verb + 1);
        by = view.WordAt(by) is "out" or "off" ? by + 1 : by;
        var joint = lemma switch
        {
            "blame" => "on",
            "attribute" => "to",
            "claim" or "carry" or "stage" or "mount" or "conduct" or "launch" or "fire" or "plant" or "lay" or "set" or "detonate" or "drop" or "throw" or "hurl" => "by",
            _ => null,
        };
        return joint is not null && view.IsPreposition(by, joint) && view.NounAt(by + 1) is not null ? by + 1 : -1;
    }

    /// <summary>A weapon, or what is done with one.</summary>
    public static bool IsAttack(Word word) =>
        word.NotPeople is "weapon" or "equipment"
        || (word.NotPeople == "event" && word.Text.Split(' ')[^1].TrimEnd('s') is "strike" or "airstrike" or "attack" or "raid" or "shelling" or "bombardment" or "bombing" or "ambush" or "assault"
            or "offensive" or "counteroffensive" or "incursion" or "massacre" or "fire" or "shooting" or "explosion" or "operation" or "sortie" or "invasion")
        || word.Text is "gunfire" or "airstrikes" or "artillery" or "ambushes";

    /// <summary>"The army carried out an airstrike that killed 20": whose verb the attack is the object of.</summary>
    private static NounPhrase? Launcher(SentenceView view, int at)
    {
        var verb = view.SkipLeft(view.WordAt(at - 1) is "out" or "off" ? at - 2 : at - 1);
        return view.VerbAt(verb) is { Voice: Voice.Active or Voice.BareParticiple, Verb.Lemma: "fire" or "launch" or "carry" or "detonate" or "stage" or "mount" or "drop" or "conduct" or "throw" or "hurl" } && view.NounAt(view.SubjectOf(verb)) is ({ Person: not null } or { Organization: not null } or { Country: not null }) and var launcher
            ? launcher
            : null;
    }

    /// <summary>The preposition of a deed ("of shelling a market") between two verbs; −1 where none is.</summary>
    private static int DeedBetween(SentenceView view, int clause, int verb)
    {
        for (var at = clause + 1; at + 1 < verb; at++)
        {
            if (view.KindAt(at) == ChunkKind.Preposition && view.VerbAt(at + 1) is { Voice: Voice.Ing }) return at;
        }

        return -1;
    }

    /// <summary>The verb of the clause that a participle hangs on; −1 where it hangs on the noun right before it.</summary>
    private static int ClauseBefore(SentenceView view, int participle)
    {
        for (var at = participle - 1; at >= 0 && view.KindAt(at) is not (ChunkKind.Stop or ChunkKind.Colon); at--)
        {
            if (view.VerbAt(at) is { Voice: Voice.Active or Voice.Passive or Voice.BareParticiple })
            {
                return at;
            }
        }

        return -1;
    }
}
