using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"heavy casualties among the troops", "12 fatalities", "no injuries": a casualty noun that is itself counted.</summary>
/// <remarks>
/// A mention without a count is a claim only where it brings its own party; "the losses endured" refers back to what was
/// said before.
/// </remarks>
internal sealed class CasualtiesRule : CasualtyRule
{
    public override string Id => "casualties.casualties";

    public override string Summary => "A casualty noun that is counted, or called heavy with its own party beside it.";

    public override string Example => "The army suffered heavy casualties.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { } phrase || view.Article.Tokens[phrase.Head] is not { Word.CasualtyNoun: { } term } head || !IsCounted(term, phrase)
            || Modality.OfNoun(view, at) is not { } certainty)
        {
            return;
        }

        if (view.VerbAt(view.SkipLeft(at - 1)) is { IsNegated: true, Verb.Lemma: "mention" or "specify" or "discuss" or "disclose" or "give" or "provide" or "detail" or "address" })
        {
            // "did not mention casualties": nor did he say that there were none.
            return;
        }

        if (view.KindAt(at - 1) == ChunkKind.Preposition && view.NounAt(at - 2) is { } report && (report.Determiner & WordClass.Negator) != 0 && view.Article.Tokens[report.Head].Is(WordClass.ReportingNoun))
        {
            // "no reports of casualties"
            return;
        }

        if (term.Term == "loss" && phrase.Count is null && TellsOfVotes(view, at))
        {
            // "The party suffered heavy losses in Sunday's elections"
            return;
        }

        if (phrase.Count is null && view.IsPreposition(at - 1, "of") && view.NounAt(at - 2) is { Count: null } figure && view.Article.Tokens[figure.Head].Word.Text is "number" or "total" or "tally")
        {
            // "the number of military deaths": the number stands elsewhere.
            return;
        }

        if (IsForeseen(view, at))
        {
            return;
        }

        if (IsUnaware(view, view.SkipLeft(at - 1)))
        {
            return;
        }

        if (phrase.Count is null && view.VerbAt(view.SkipLeft(at - 1)) is { Verb.Lemma: "put" or "estimate" } && At(view, at + 1) is >= 0 and var set && view.NounAt(set + 1)?.Count is not null)
        {
            // "put rebel casualties at 310 dead": how many is told behind.
            return;
        }

        if (Victims.IsRatio(view, phrase))
        {
            // "one in three casualties"
            return;
        }

        if (IsWithout(view, at) && (phrase.Count is not null || view.WordAt(at - 3) == "not" || view.VerbAt(view.VerbBefore(at - 2)) is { IsNegated: true } or { Modal: >= 0 } || IsWanted(view, view.VerbBefore(at - 2))))
        {
            // "cannot fight them without causing casualties", "want to disarm them without causing casualties"
            return;
        }

        if (term.Category == CasualtyCategory.Injured && AreHis(view, at))
        {
            // "died of multiple injuries", "he suffered two injuries"
            return;
        }

        var deniesAny = IsDenied(view, at, phrase);
        var isAny = view.Article.Tokens[phrase.First].Word.Text == "any" && phrase.Count is null;
        if (isAny && view.VerbAt(view.SkipLeft(at - 1)) is { IsNegated: true, Verb.Lemma: "acknowledge" or "admit" or "confirm" or "concede" or "mention" or "disclose" or "give" })
        {
            // "did not acknowledge any losses": nobody says that there were none.
            return;
        }

        var isNotAny = isAny && view.VerbAt(view.SkipLeft(at - 1)) is { IsNegated: true };
        var negated = deniesAny || isNotAny || (phrase.Determiner & WordClass.Negator) != 0 || view.IsPreposition(at - 1, "without") || IsWithout(view, at);
        var isInjury = term.Category == CasualtyCategory.Injured;
        var isDeed = term.Frame == CasualtyFrame.Event;
        var (party, partyEnd) = isInjury && Bearer(view, at) is { } bearer ? (bearer, 0) : Party(view, at, phrase, isDeed);
        if ((phrase.Count is null && !negated && party is null && !IsOneMore(view, phrase)) || (term.Term.EndsWith("wound", StringComparison.Ordinal) && (party is null || partyEnd > 0)))
        {
            return;
        }

        if (phrase.Count is null && !negated && !AreTold(view, at) && (view.Article.Tokens[phrase.First + 1].Word.Text == "single" || (!IsSized(view, phrase) && !IsOneMore(view, phrase))))
        {
            return;
        }

        var countsPeople = party is not null && (isInjury ? IsPerson(party) : phrase.Count is null && partyEnd == 0 && party.Phrase.Count is not null);
        var isLoss = term.Term == "loss";
        if ((isLoss && party is null && !deniesAny && !(negated && Suffers(view, at))) || (!head.Word.IsPlural && phrase.Count is null && !negated && !countsPeople && !IsOneMore(view, phrase)))
        {
            return;
        }

        found.Add(new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = phrase.Head,
            TriggerEnd = Math.Max(phrase.Head + 1, partyEnd),
            Terms = [term],
            Victim = party,
            // "fourteen people suffered injuries" counts the people.
            Counted = countsPeople && !negated ? null : phrase,
            Agent = isDeed ? Doers.Behind(view, at + 1) : negated ? null : Inflictor(view, at),
            Rule = Id,
            IsNegated = negated || (view.VerbAt(view.SkipLeft(at - 1)) is { IsNegated: true } verb && (phrase.Count is null || verb.Verb?.Lemma is "cause" or "inflict")),
            IsOfAny = deniesAny,
            Certainty = certainty,
            Whole = IsIncluded(view, at) ? Wholes.Of(found, view.Index, phrase.Count, term.Category) : null,
        });
    }

    /// <summary>"want [to disarm] them"; but "managed to disarm them" tells what was done.</summary>
    private static bool IsWanted(SentenceView view, int verb) =>
        view.VerbAt(verb) is { Voice: Voice.Infinitive } && view.VerbAt(view.SkipLeft(verb - 1)) is not { Verb.Lemma: "manage" or "use" or "seem" or "appear" };

    /// <summary>"went off without causing any casualties".</summary>
    private static bool IsWithout(SentenceView view, int at) => view.IsPreposition(at - 2, "without") && view.VerbAt(at - 1) is { Voice: Voice.Ing, Verb.Lemma: "cause" or "inflict" or "leave" };

    /// <summary>"losses [since Saturday] at 48": the "at" behind what says when and where; −1 where none stands there.</summary>
    private static int At(SentenceView view, int behind)
    {
        var at = behind;
        while (view.KindAt(at) is ChunkKind.Preposition or ChunkKind.Subordinator && view.WordAt(at) != "at" && view.KindAt(at + 1) is ChunkKind.NounPhrase) at += 2;
        return view.IsPreposition(at, "at") ? at : -1;
    }

    /// <summary>"warned that heavy casualties were likely": nothing that happened.</summary>
    private static bool IsForeseen(SentenceView view, int at)
    {
        if (view.VerbAt(view.SkipLeft(at - 1)) is { Verb.Lemma: "fear", IsPerfect: true })
        {
            // "We had feared 300 deaths"
            return true;
        }

        var verb = view.SkipRight(view.OverPhrases(at + 1));
        return view.NounAt(at)!.Count is null && view.VerbAt(verb) is { IsAuxiliaryOnly: true } && view.WordAt(view.SkipRight(verb + 1)) is "likely" or "inevitable" or "unavoidable";
    }

    /// <summary>Of an election, and of nobody who fights.</summary>
    private static bool TellsOfVotes(SentenceView view, int at)
    {
        var isOfVotes = false;
        for (var near = Math.Max(0, at - SentenceView.ClauseReach); near < Math.Min(view.Chunks.Count, at + SentenceView.ClauseReach); near++)
        {
            if (view.NounAt(near) is { Person.Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police } or { Organization.Kind: SourceKind.Military or SourceKind.ArmedGroup })
            {
                return false;
            }

            isOfVotes |= view.NounAt(near) is { } noun && view.Article.Tokens[noun.Head].Word.Text is "election" or "elections" or "polls" or "ballot" or "voters" or "seats";
        }

        return isOfVotes;
    }

    /// <summary>"was not aware of any casualties", "was “not aware of” any": nobody says that there were none.</summary>
    private static bool IsUnaware(SentenceView view, int of) =>
        view.IsPreposition(of, "of") && view.WordAt(of - 1) == "aware"
        && (view.VerbAt(view.SkipLeft(of - 2)) is { IsNegated: true } || view.Article.Tokens[view.Chunks[of - 1].First - 1].Is(WordClass.Negator));

    /// <summary>"denied any losses", "denied it had suffered casualties", "denied reports of casualties": there were none. A denial of blame for them says nothing of it.</summary>
    private static bool IsDenied(SentenceView view, int at, NounPhrase phrase)
    {
        if (phrase.Count is not null || !view.Article.Tokens[phrase.Head].Word.IsPlural || (phrase.Determiner != 0 && view.Article.Tokens[phrase.First].Word.Text != "any") || IsSized(view, phrase))
        {
            return false;
        }

        var verb = at - 1;
        while (verb >= 0 && view.KindAt(verb) != ChunkKind.Stop && view.VerbAt(verb) is not { Reporting.Class: "deny" })
        {
            verb--;
        }

        var denied = view.SkipRight(verb + 1);
        return view.VerbAt(verb) is { IsNegated: false, Modal: < 0, Voice: not Voice.Passive } && (denied == at || view.NounAt(denied) is not { } thing || view.VerbAt(denied + 1) is not null
            || view.Article.Tokens[thing.Head].Is(WordClass.ReportingNoun));
    }

    /// <summary>"The rebels inflicted heavy casualties on the army": who did.</summary>
    private static NounPhrase? Inflictor(SentenceView view, int at)
    {
        var verb = view.SkipLeft(at - 1);
        return view.VerbAt(verb) is { Verb.Lemma: "inflict" or "cause", Voice: Voice.Active or Voice.BareParticiple or Voice.Ing, IsNegated: false } ? Doers.Of(view, verb) : null;
    }

    /// <summary>"it had suffered no losses".</summary>
    private static bool Suffers(SentenceView view, int at) => view.VerbAt(view.SkipLeft(at - 1)) is { Verb: { } verb } governing
        && (verb.Lemma is "suffer" or "sustain" or "incur" or "take" || (verb.Lemma is "report" or "record" && governing.Voice != Voice.Passive && FightersTell(view, at)));

    /// <summary>"The contingent reported no losses": those of a company are money.</summary>
    private static bool FightersTell(SentenceView view, int at) =>
        view.EndsBefore(at + 1) && view.NounAt(at)!.Head == view.NounAt(at)!.First + 1 && view.NounAt(view.SubjectOf(view.SkipLeft(at - 1))) is { Person.Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police } or { Organization.Kind: SourceKind.Military or SourceKind.ArmedGroup };

    /// <summary>"12 fatalities"; of deeds those that each have one victim: "1,057 killings", "322 disappearances".</summary>
    private static bool IsCounted(CasualtyTerm term, NounPhrase phrase) =>
        term.Frame == CasualtyFrame.Count
        || (term.Frame == CasualtyFrame.Event && phrase is { Count: { Relation: not CountRelation.Unquantified, Low: not 1 }, IsPlural: true }
            && HasOneVictim(term));

    /// <summary>Deeds that have one victim each.</summary>
    public static bool HasOneVictim(CasualtyTerm term) =>
        term is { Frame: CasualtyFrame.Event, Term: "killing" or "murder" or "execution" or "beheading" or "assassination" or "disappearance" or "enforced disappearance" or "slaying" or "homicide" or "kidnapping" or "abduction" };

    /// <summary>"The toll includes 54 deaths".</summary>
    private static bool IsIncluded(SentenceView view, int at) =>
        view.VerbAt(at - 1) is { Verb.Lemma: "include" or "comprise" } && view.NounAt(view.SubjectOf(at - 1)) is { } subject
        && (view.Article.Tokens[subject.Head].Word.CasualtyNoun is { Frame: CasualtyFrame.Toll } || view.Article.Tokens[subject.Head].Word.Text is "figure" or "figures" or "total" or "number" or "tally" or "count");

    /// <summary>Whose casualties: behind the noun, before it in its own phrase, or the subject that suffers them.</summary>
    private static (Victim? Party, int End) Party(SentenceView view, int at, NounPhrase phrase, bool isDeed)
    {
        var behind = view.SkipRight(at + 1);
        if (view.VerbAt(behind) is { Voice: Voice.BareParticiple, Verb.Lemma: "suffer" or "sustain" or "incur" or "take" or "endure" or "inflict" or "report" or "record" })
        {
            behind++;
        }

        if (isDeed && view.IsPreposition(behind, "by"))
        {
            // "1,912 killings by the security forces": theirs, and not of them.
            return (null, 0);
        }

        if (view.KindAt(behind) == ChunkKind.Preposition && view.WordAt(behind) is "of" or "among" or "amongst" or "for" or "by" or "on" or "to" or "in"
            && view.NounAt(behind + 1) is { } of && AreParty(view, of) && !(view.WordAt(behind) == "in" && of is { Person: null, Organization: null } && view.Article.Tokens[of.Head].Word.Text != "ranks"))
        {
            return (view.VictimAt(behind + 1), view.VictimAt(behind + 1).End);
        }

        return phrase.Country is not null || phrase.Person is not null ? (new Victim(phrase), phrase.End) : (Bearer(view, at), 0);
    }

    /// <summary>The subject of the verb that brings the noun: "fourteen people suffered injuries", "two guards have bullet wounds".</summary>
    private static Victim? Bearer(SentenceView view, int at)
    {
        var verb = at - 1;
        while (view.KindAt(verb) is ChunkKind.Adverb or ChunkKind.Adjective)
        {
            verb--;
        }

        return view.VerbAt(verb) is { Verb.Lemma: "suffer" or "sustain" or "incur" or "take" or "endure" or "have" or "receive" or "report" or "acknowledge" or "admit" or "concede", Voice: not Voice.Passive } bears
            && view.SubjectOf(verb) is var subject and >= 0 && AreParty(view, view.NounAt(subject)!)
            && !(bears.Verb.Lemma == "report" && view.NounAt(subject)!.Person is not null && view.Article.Tokens[view.NounAt(subject)!.Head].Word.Text != "sides")
            && !(bears.Verb.Lemma is "acknowledge" or "admit" or "concede" && (!view.EndsBefore(at + 1) || view.WordAt(at) is not ("heavy" or "serious" or "severe" or "significant") || view.NounAt(subject) is not ({ Person.Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police } or { Organization.Kind: SourceKind.ArmedGroup or SourceKind.Military } or { Country: not null })))
            ? view.VictimAt(subject)
            : null;
    }

    /// <summary>Wounds of whoever died of them, was taken to hospital with them, or is told of before: they count nobody.</summary>
    private static bool AreHis(SentenceView view, int at)
    {
        var verb = view.VerbBefore(at);
        return view.VerbAt(verb) is { Verb.Lemma: var lemma } && (view.KindAt(at - 1) == ChunkKind.Preposition
            ? lemma is "die" or "succumb" or "recover" or "take" or "rush" or "bring" or "airlift" or "treat" or "admit" or "hospitalise" or "hospitalize"
            : verb == view.SkipLeft(at - 1) && lemma is "suffer" or "sustain" or "receive" && view.NounAt(view.SubjectOf(verb)) is { IsPronoun: true, IsPlural: false });
    }

    /// <summary>"injuries to a policeman" are one man's.</summary>
    private static bool IsPerson(Victim party) => party.Phrase.Count is not null || party.Phrase.HasName || party.Phrase.Person is { IsCollective: false };

    /// <summary>"Police confirmed a fourth death": one more; "a single death": that one.</summary>
    private static bool IsOneMore(SentenceView view, NounPhrase phrase) =>
        phrase.Head == phrase.First + 2 && Victims.BeginsOneMore(view.Article, phrase) && !view.Article.Tokens[phrase.Head].Word.IsPlural;

    /// <summary>"heavy losses"; "losses" alone are only spoken of.</summary>
    private static bool IsSized(SentenceView view, NounPhrase phrase)
    {
        for (var token = phrase.First; token < phrase.Head; token++)
        {
            ref readonly var word = ref view.Article.Tokens[token];
            if (word.Is(WordClass.Adjective | WordClass.VerbIng | WordClass.VerbParticiple) && !word.Is(WordClass.Name) && !(word.Is(WordClass.PersonNoun) && (IsOnlySpokenOf(view, phrase) || view.VerbAt(view.SkipLeft(view.At(phrase.First) - 1)) is { Reporting: not null, Voice: Voice.Ing }))
                && word.Word.Text is not ("total" or "overall" or "combined" or "combat" or "own" or "recent" or "previous" or "alleged" or "actual" or "real" or "true" or "exact" or "daily" or "latest"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"its military losses", "figures on guerrilla casualties": whose they are makes them no more than spoken of.</summary>
    private static bool IsOnlySpokenOf(SentenceView view, NounPhrase phrase) =>
        (phrase.Determiner & WordClass.Possessive) != 0 || (phrase.First > view.Sentence.First && view.Article.Tokens[phrase.First - 1].Word.Text is "on" or "about");

    /// <summary>"suffered losses", "losses were reported": a verb says that there were any.</summary>
    private static bool AreTold(SentenceView view, int at)
    {
        var before = view.VerbAt(view.SkipLeft(at - 1));
        if (before is { Verb.Lemma: "suffer" or "sustain" or "incur" or "take" or "endure" or "have" or "inflict" or "cause" or "report" or "admit" or "acknowledge" or "confirm" or "record" } or { IsAuxiliaryOnly: true })
        {
            return before is { IsNegated: false } && !view.Chunks.Any(chunk => view.Article.Tokens[chunk.First].Word.Text is "rarely" or "seldom" or "hardly")
                && (before.Reporting is null || !view.Article.Tokens[before.Main].Is(WordClass.VerbBase) || before.Modal >= 0);
        }

        var behind = at + 1;
        while (view.KindAt(behind) == ChunkKind.Preposition && view.KindAt(behind + 1) == ChunkKind.NounPhrase)
        {
            behind += 2;
        }

        return view.VerbAt(behind) is { Verb.Lemma: "report" or "confirm" or "record" or "suffer" or "sustain" or "inflict" or "occur" or "incur" or "follow" };
    }

    private static bool AreParty(SentenceView view, NounPhrase phrase) =>
        !phrase.IsPronoun && (phrase.Person is not null || view.Article.Tokens[phrase.Head].Word.Text is "ranks" or "sides" || phrase.Organization is not null || phrase.Country is not null && !view.Article.Tokens[phrase.Head].Is(WordClass.NotPeople));
}
