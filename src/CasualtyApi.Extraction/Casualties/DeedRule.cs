using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"the murder of six priests", "the deaths of two soldiers", "the mayor's assassination".</summary>
internal sealed class DeedRule : CasualtyRule
{
    public override string Id => "casualties.deed";

    public override string Summary => "A noun for the deed, with those it was done to behind \"of\".";

    public override string Example => "The murder of six priests is under investigation.";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.WordAt(at) == "that" && view.IsPreposition(at + 1, "of"))
        {
            ReadThatOf(view, at, found);
            return;
        }

        if (view.NounAt(at) is not { } phrase || Term(view, phrase) is not { } term || (phrase.Determiner & WordClass.Negator) != 0
            || Certainty(view, at, phrase) is not { } certainty)
        {
            return;
        }

        var mention = Mention(view, phrase.Head, term) with { Certainty = certainty };
        if (Of(view, at) is var of and >= 0)
        {
            AddOf(view, of, at, mention, found);
        }
        else if (Possessor(view, phrase) is { } victim && ((IsHis(victim) && term.Frame == CasualtyFrame.Event) || (IsParticular(victim.Phrase) && Victims.AreSurelyPeople(view, victim))))
        {
            found.Add(mention with { Victim = victim });
        }
    }

    /// <summary>"the murder of the mayor, and that of his driver": the noun stands before.</summary>
    private void ReadThatOf(SentenceView view, int at, List<CasualtyMention> found)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (view.NounAt(before) is { } phrase && Term(view, phrase) is { Frame: CasualtyFrame.Event } term)
            {
                if (view.NounAt(at + 2) is not null)
                {
                    AddOf(view, at + 2, at, Mention(view, view.Chunks[at].First, term), found);
                }

                return;
            }
        }
    }

    /// <summary>"the killing of civilians" is a kind of deed; a count, an article or a name makes it one that happened. A genocide is of a people, and tells of the dead only with their number.</summary>
    private static void AddOf(SentenceView view, int of, int root, CasualtyMention mention, List<CasualtyMention> found)
    {
        // "the killing of 12 villagers by gunmen"
        IReadOnlyList<int> victims = view.Coordinated(of, leftwards: false, root);
        for (var next = view.OverPhrases(victims[^1] + 1); view.KindAt(next) == ChunkKind.Coordinator && view.IsPreposition(next + 1, "of") && view.NounAt(next + 2) is { Count: not null }; next = view.OverPhrases(victims[^1] + 1))
        {
            // "the deaths of six men in the square and of two boys at the bridge"
            victims = [.. victims, .. view.Coordinated(next + 2, leftwards: false, next + 1)];
        }

        var doer = (mention.Terms[0].Frame == CasualtyFrame.Event ? Doers.Behind(view, victims[^1] + 1) : null) ?? Causer(view, root);
        Mentions.Add(view, victims.Where(victim => view.CountedWith(victim) >= 0 || (mention.Terms[0].Term == "genocide" ? view.NounAt(victim)!.Count is not null : IsParticular(view.NounAt(victim)!))), mention with { Agent = doer }, found);
    }

    /// <summary>"The raid led to the death of one person and the injury of four others": what or who brought it about.</summary>
    private static NounPhrase? Causer(SentenceView view, int deed)
    {
        while (view.KindAt(deed - 1) == ChunkKind.Coordinator && view.IsPreposition(deed - 3, "of") && view.NounAt(deed - 4) is not null)
        {
            deed -= 4;
        }

        var preposition = view.KindAt(deed - 1) == ChunkKind.Preposition ? view.WordAt(deed - 1) : "";
        var verb = preposition.Length > 0 ? deed - 2 : deed - 1;
        var causes = view.VerbAt(verb) is { IsNegated: false, Modal: < 0, Voice: not Voice.Passive, Verb.Lemma: var lemma } && (lemma, preposition) is ("lead", "to") or ("result", "in") or ("end", "in" or "with") or ("cause", "");

        // "the attack on a house in San Salvador that resulted in": the town did not.
        return causes && Doers.Of(view, verb) is { } causer && !view.Article.Tokens[causer.Head].Is(WordClass.Place | WordClass.Country | WordClass.Seat) ? causer : null;
    }

    private CasualtyMention Mention(SentenceView view, int token, CasualtyTerm term) => new()
    {
        Sentence = view.Index,
        TriggerFirst = token,
        TriggerEnd = token + 1,
        Terms = [term],
        Rule = Id,
        IsPresupposed = true,
    };

    /// <summary>A noun for a deed; one that counts its victims itself ("twelve murders") is none.</summary>
    private static CasualtyTerm? Term(SentenceView view, NounPhrase phrase) => view.Article.Tokens[phrase.Head].Word.CasualtyNoun switch
    {
        { Frame: CasualtyFrame.Agent } agent => agent,
        { } deed when phrase.Count is null && (deed.Frame == CasualtyFrame.Event || deed.Term == "death" || (deed.Term == "injury" && !phrase.IsPlural)) => deed,
        _ => null,
    };

    /// <summary>
    /// The chunk of those it was done to, over a time, a place or a doer between: "the murder on the night of 26 May of two
    /// mayors"; −1 if none.
    /// </summary>
    private static int Of(SentenceView view, int at)
    {
        for (var hop = 0; hop < 5; hop++)
        {
            while (view.KindAt(at + 1) is ChunkKind.Adverb or ChunkKind.Quote or ChunkKind.Open || view.VerbAt(at + 1) is { Voice: Voice.BareParticiple, Verb.Lemma: "commit" or "perpetrate" } || (view.NounAt(at + 1) is { } time && Victims.IsTime(view, time)))
            {
                at++;
            }

            if (view.KindAt(at + 1) != ChunkKind.Preposition)
            {
                break;
            }

            var isOf = view.WordAt(at + 1) is "of" or "against";
            var behind = view.KindAt(at + 2) == ChunkKind.Other ? at + 3 : at + 2;
            if (isOf && !(view.NounAt(behind) is { } when && hop > 0 && Victims.IsTime(view, when)))
            {
                return view.NounAt(at + 2) is null ? -1 : at + 2;
            }

            if (!isOf && view.WordAt(at + 1) is not ("on" or "in" or "at" or "near" or "during" or "over" or "within" or "by"))
            {
                break;
            }

            at = view.OverPhrase(at + 1) - 1;
        }

        return -1;
    }

    /// <summary>"the murder of six priests" took place whatever is said of it; "a killing" may be a plan.</summary>
    private static Certainty? Certainty(SentenceView view, int at, NounPhrase phrase) =>
        IsCharge(view, at) ? Extraction.Certainty.Alleged
        : (phrase.Determiner & WordClass.Article) != 0 && view.Article.Tokens[phrase.First].Word.Text == "the" || phrase.PossessorEnd >= 0
        || view.WordAt(at - 1) is "after" or "following" || (view.KindAt(at - 1) == ChunkKind.Other && view.WordAt(at - 2) == "the")
            ? Extraction.Certainty.Stated
            : Modality.OfNoun(view, at);

    /// <summary>"accused of ordering the execution of", "charged with the murder of": no verdict yet.</summary>
    private static bool IsCharge(SentenceView view, int at)
    {
        for (var before = at - 1; before >= 0 && before > at - 7 && view.KindAt(before) is not (ChunkKind.Stop or ChunkKind.Comma or ChunkKind.Relative or ChunkKind.Subordinator); before--)
        {
            if (view.VerbAt(before) is { Voice: Voice.Passive or Voice.BareParticiple, Verb.Lemma: "accuse" or "suspect" or "charge" or "indict" } charge && view.ObjectOf(before) < 0)
            {
                return !charge.IsNegated;
            }
        }

        return false;
    }

    /// <summary>"the mayor" in "the mayor's assassination"; "his" in "his murder".</summary>
    public static Victim? Possessor(SentenceView view, NounPhrase phrase)
    {
        if (phrase.PossessorEnd >= phrase.First)
        {
            return NounPhraseReader.TryRead(view.Article, phrase.First, phrase.PossessorEnd + 1, []) is { } possessor ? new Victim(possessor) : null;
        }

        return view.Article.Tokens[phrase.First].Word.Text is "his" or "her"
            ? new Victim(new NounPhrase(phrase.First, phrase.First + 1) { Head = phrase.First, IsPronoun = true })
            : null;
    }

    private static bool IsHis(Victim victim) => victim.Phrase.IsPronoun;

    private static bool IsParticular(NounPhrase phrase) =>
        phrase.Count is not null || phrase.HasName || (!phrase.IsPlural && phrase.Determiner != 0) || (phrase.Determiner & WordClass.Article) != 0;
}
