using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>Lays one casualty word over each of its coordinated victims.</summary>
internal static class Mentions
{
    /// <summary>How many tokens may stand between a pronoun and the words that tell of those it means: "they and their driver were killed".</summary>
    private const int Beside = 4;

    /// <summary>How many mentions before are looked at for one that is told of again.</summary>
    private const int FarthestTold = 12;

    /// <summary>A mention of the words at a trigger, to be completed by the rule.</summary>
    public static CasualtyMention Of(SentenceView view, Trigger trigger, string rule) => new()
    {
        Sentence = view.Index,
        TriggerFirst = view.Chunks[trigger.At].First,
        TriggerEnd = view.Chunks[trigger.Last].End,
        Terms = trigger.Terms,
        Rule = trigger.RuleOr(rule),
    };

    /// <summary>The first mention of the sentence whose victims a phrase tells; −1 if there is none.</summary>
    public static int FindOf(SentenceView view, List<CasualtyMention> found, NounPhrase phrase) =>
        found.FindIndex(FirstOf(view, found), mention => mention.Victim?.Phrase == phrase);

    /// <summary>The last few mentions, the nearest first.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="found">What has been read so far.</param>
    /// <param name="before">How many sentences before this one they may stand.</param>
    public static IEnumerable<CasualtyMention> Last(SentenceView view, List<CasualtyMention> found, int before)
    {
        for (var index = found.Count - 1; index >= Math.Max(0, found.Count - FarthestTold) && found[index].Sentence >= view.Index - before; index--)
        {
            yield return found[index];
        }
    }

    /// <summary>Whether the sentence already tells something of the victims that begin where a phrase does.</summary>
    public static bool IsTold(SentenceView view, List<CasualtyMention> found, NounPhrase phrase) =>
        OfSentence(view, found).Any(mention => mention.Victim?.Phrase.First == phrase.First);

    /// <summary>Adds the mention once for each victim that can be people.</summary>
    public static void Add(SentenceView view, IEnumerable<int> victims, CasualtyMention pattern, List<CasualtyMention> found)
    {
        CasualtyMention? counted = null;
        var areHeld = pattern.Terms.All(term => term.Category is CasualtyCategory.Abducted or CasualtyCategory.Captured);
        var meant = victims.SelectMany(at => IsBeside(view, view.Chunks[at], pattern) ? view.MeantBy(at, pattern.Agent) : [at]);
        foreach (var victim in WithShared(view, areHeld ? meant.Where(at => !ChangedHands.AreFreed(view, at)) : meant))
        {
            if (IsShotDown(view, victim, pattern) || Victims.IsRatio(view, victim.Phrase)) continue;
            if ((Accepts(view, victim, pattern.Terms) || (IsAnyone(view, victim) && ((pattern.IsNegated && !view.Article.Tokens[pattern.TriggerFirst].Is(WordClass.Have)) || IsDeniedOfAll(view, victim)))) && !IsRestricted(view, victim))
            {
                // "two reporters, Ana Ruiz and Luis Paz": the names are the two.
                var isNamed = victim.Phrase.HasName && victim.Phrase.Count is null && counted is not null;
                found.Add(pattern with { Victim = AsToldBehind(view, victim, pattern.TriggerEnd), IsNegated = pattern.IsNegated || IsNeither(view, victim), Whole = isNamed ? counted : pattern.Whole ?? Wholes.Picked(view, victim, found) });
                counted = victim.Phrase.Count is not null && victim.Phrase.IsPlural ? found[^1] : isNamed ? counted : null;
            }
        }
    }

    /// <summary>"killed 12 people, all of them children", "12 people were killed, all civilians": who all of those are whom the words for them leave open.</summary>
    public static Victim AsToldBehind(SentenceView view, Victim victim, int triggerEnd)
    {
        if (victim is not { Group: null, Phrase: { Count: not null, Person: null or { Singular: "person" } } }) return victim;
        var all = view.At(Math.Max(victim.End, triggerEnd)) + 1;
        if (view.KindAt(all - 1) is not (ChunkKind.Comma or ChunkKind.Dash) || view.WordAt(all) != "all") return victim;
        return view.NounAt(view.IsPreposition(all + 1, "of") && view.NounAt(all + 2) is { IsPronoun: true } ? all + 3 : all) is { Count: null, Person: not null, IsPlural: true } who ? victim with { As = who } : victim;
    }

    /// <summary>
    /// "they were killed", "shot them dead": further off, a pronoun is in some other clause. "They shot" did so themselves, and who went missing or fled was
    /// often told before.
    /// </summary>
    private static bool IsBeside(SentenceView view, Chunk pronoun, CasualtyMention told) =>
        pronoun.End >= told.TriggerFirst - Beside && pronoun.First < told.TriggerEnd + Beside
        && told.Terms[0].Category is not (CasualtyCategory.Missing or CasualtyCategory.Displaced)
        && (pronoun.First > told.TriggerFirst || told.Terms[0].Frame != CasualtyFrame.Object || view.Article.Tokens[told.TriggerFirst].Is(WordClass.Auxiliary));

    /// <summary>Adds parts of a mention; a phrase that says of itself what happened ("including nine wounded soldiers") keeps that.</summary>
    public static void AddParts(SentenceView view, IEnumerable<int> victims, CasualtyMention pattern, List<CasualtyMention> found)
    {
        var most = pattern.Whole is { } all && (all.Counted ?? all.Victim?.Phrase)?.Count is { Relation: not CountRelation.Unquantified } whole ? whole.High : null;
        foreach (var at in victims)
        {
            if (view.NounAt(at)!.Count?.Low > most)
            {
                // "21 deaths, including two nurses, and 75 people with wounds": no part is more than its whole.
                return;
            }

            var told = found.FindIndex(FirstOf(view, found), mention => mention.Victim?.Phrase.First == view.NounAt(at)!.First);
            if (told < 0)
            {
                // "including 17 campers and counsellors": one count for both.
                Add(view, victims.Contains(view.CountedWith(at)) ? [] : [at, .. victims.Where(other => other > at && view.CountedWith(other) == at)], pattern, found);
            }
            else if (!ReferenceEquals(found[told], pattern.Whole))
            {
                found[told] = found[told] with { Whole = pattern.Whole };
            }
        }
    }

    /// <summary>The victims of a coordination, each with those that share its count.</summary>
    private static List<Victim> WithShared(SentenceView view, IEnumerable<int> chunks)
    {
        var victims = new List<Victim>();
        NounPhrase? title = null;
        foreach (var at in chunks)
        {
            title = view.IsTitleOfNames(at) ? view.NounAt(at) : view.IsTitleOfNames(at - 1) ? view.NounAt(at - 1) : title;
            if (title is not null && view.NounAt(at) is { HasName: true, Person: null })
            {
                victims.Add(view.VictimAt(at) with { As = title });
                continue;
            }

            if (title is { Count: null } && ReferenceEquals(title, view.NounAt(at)))
            {
                continue;
            }

            // "none of the four priests and 100 refugees": one negation for all; "the number of policemen and soldiers killed": one number.
            if (victims.Count > 0 && (view.CountedWith(at) >= 0 || AreNone(view, victims[^1].Phrase) || (view.NounAt(at)!.Count is null && IsOnlyANumber(view, victims[^1]))))
            {
                victims[^1] = victims[^1] with { Also = [.. victims[^1].Also, view.NounAt(at)!] };
            }
            else
            {
                victims.Add(view.VictimAt(at));
            }
        }

        return victims;
    }

    /// <summary>"no one", "none of the crew".</summary>
    public static bool AreNone(SentenceView view, NounPhrase phrase) =>
        (phrase.Determiner & WordClass.Negator) != 0 || view.Article.Tokens[phrase.Head].Is(WordClass.Negator);

    /// <summary>The mentions found in the view's sentence, the last one first.</summary>
    public static IEnumerable<CasualtyMention> OfSentence(SentenceView view, List<CasualtyMention> found)
    {
        for (var index = found.Count - 1; index >= 0 && found[index].Sentence == view.Index; index--)
        {
            yield return found[index];
        }
    }

    /// <summary>Where the mentions of the view's sentence begin: they are the last ones found, and what is looked for among these is bounded by the sentence.</summary>
    public static int FirstOf(SentenceView view, List<CasualtyMention> found)
    {
        var first = found.Count;
        while (first > 0 && found[first - 1].Sentence == view.Index)
        {
            first--;
        }

        return first;
    }

    /// <summary>"denied that anyone had been killed".</summary>
    private static bool IsDeniedOfAll(SentenceView view, Victim victim) =>
        view.At(victim.First) is var at && view.WordAt(at + 1) is not ("other" or "who" or "but" or "except") && view.VerbAt(view.SkipLeft(view.WordAt(at - 1) == "that" ? at - 2 : at - 1)) is { Reporting.Class: "deny", IsNegated: false, Modal: < 0 };

    /// <summary>"did not kill anyone".</summary>
    private static bool IsAnyone(SentenceView view, Victim victim) => view.Article.Tokens[victim.Phrase.Head].Word.Text is "anyone" or "anybody";

    /// <summary>"the people who died" says which people, not that some died.</summary>
    private static bool IsRestricted(SentenceView view, Victim victim) =>
        victim.Phrase is { Count: null, IsPlural: true, IsPronoun: false } phrase && (phrase.Determiner & (WordClass.Article | WordClass.Determiner)) != 0
        && victim.End < view.Sentence.End && view.Article.Tokens[victim.End].Is(WordClass.Relative);

    /// <summary>"the number of people killed": the number stands elsewhere.</summary>
    private static bool IsOnlyANumber(SentenceView view, Victim victim) =>
        victim is { Group: not null, Phrase.Count: null } && view.Article.Tokens[victim.Phrase.Head].Word.Text is "number" or "total";

    /// <summary>"half of those killed were children", "the majority of those inside": a share of a number told elsewhere.</summary>
    private static bool IsShare(SentenceView view, Victim victim) =>
        victim is { Group: { Count: null, IsPronoun: true }, Phrase.Count: null or { Relation: CountRelation.Unquantified } } && !view.Article.Tokens[victim.Phrase.Head].Is(WordClass.Negator) && view.Article.Tokens[victim.Phrase.Head].Word.Text != "both";

    /// <summary>"a bounty for each policeman killed", "the name of every person killed": whoever will be, and however many were.</summary>
    private static bool IsForEach(SentenceView view, Victim victim) =>
        victim.Phrase.Count is null && victim.First > view.Sentence.First && view.Article.Tokens[victim.First].Word.Text is "each" or "every" && view.Article.Tokens[victim.First - 1].Is(WordClass.Preposition);

    /// <summary>"shot down 76 of them", "of which 97 were shot down", "built drones, and the army shot them down": what flies, where no people are named.</summary>
    private static bool IsShotDown(SentenceView view, Victim victim, CasualtyMention told)
    {
        var tokens = view.Article.Tokens;
        if (tokens[told.TriggerEnd - 1].Word.Verb?.Lemma != "shoot" || victim.Who.Person is not null || victim.Who.HasName) return false;
        var behind = told.TriggerEnd;
        if (behind < view.Sentence.End && tokens[behind].Is(WordClass.Pronoun)) behind++;
        if (behind >= view.Sentence.End || tokens[behind].Word.Text != "down") return false;
        return victim.First > behind || view.NounsBefore(told.TriggerFirst).Any(thing => tokens[thing.Head].Word.NotPeople is "equipment" or "weapon");
    }

    /// <summary>"one in five of its inhabitants": a share of however many.</summary>
    private static bool IsOneIn(SentenceView view, Victim victim) =>
        victim.Phrase.Count is not null && victim.First - 2 >= view.Sentence.First && view.Article.Tokens[victim.First - 1].Word.Text == "in"
        && view.Article.Tokens[victim.First - 2].Is(WordClass.Number) && view.Article.Tokens[victim.First - 2].Word.Value == 1;

    /// <summary>"how many died": nobody says.</summary>
    private static bool IsAsked(SentenceView view, Victim victim) => victim.First > view.Sentence.First && view.Article.Tokens[victim.First - 1].Word.Text == "how";

    /// <summary>"neither soldiers nor civilians" are nobody; "neither 10 nor 20" are no numbers.</summary>
    private static bool IsNeither(SentenceView view, Victim victim) =>
        victim.First > view.Sentence.First && view.Article.Tokens[victim.First - 1].Word.Text is "neither" or "nor";

    /// <summary>"61 percent of households": a share of whatever number.</summary>
    private static bool IsOfPercentage(SentenceView view, Victim victim)
    {
        var of = victim.First - 1;
        return of - 1 > view.Sentence.First && view.Article.Tokens[of].Word.Text == "of" && victim.Phrase.Count is null
            && (FractionReader.IsPercent(view.Article.Tokens[of - 1].Word) || view.Article.IsMark(of - 1, '%'));
    }

    /// <summary>"2,900 people, or nearly 23 per attack": an average; "so many per day" is a rate.</summary>
    private static bool IsPerThing(SentenceView view, Victim victim) =>
        victim.Phrase.Count is not null && victim.End + 1 < view.Sentence.End && view.Article.Tokens[victim.End].Word.Text == "per" && !view.Article.Tokens[victim.End + 1].Is(WordClass.TimeUnit);

    /// <summary>"214 tanks destroyed, 18 abandoned and 33 captured": a bare number in a list of counted things is of these.</summary>
    private static bool IsOfEquipment(SentenceView view, Victim victim, IReadOnlyList<CasualtyTerm> terms)
    {
        if (victim is not { Group: null, Phrase: { IsElliptic: true, Count: not null } } || terms is not [{ Category: CasualtyCategory.Captured }])
        {
            return false;
        }

        var from = view.At(victim.First) - 1;
        for (var at = from; at >= 0 && at > from - SentenceView.ClauseReach; at--)
        {
            if (view.VerbAt(at) is { Voice: not Voice.BareParticiple })
            {
                return false;
            }

            if (view.NounAt(at) is { Count: not null, IsElliptic: false } told)
            {
                return view.Article.Tokens[told.Head].Word.NotPeople == "equipment" && view.VerbAt(at + 1) is { Voice: Voice.BareParticiple };
            }
        }

        return false;
    }

    /// <summary>Verbs that happen to towns and goods as well want people that are surely such.</summary>
    private static bool Accepts(SentenceView view, Victim victim, IReadOnlyList<CasualtyTerm> terms) =>
        !IsOnlyANumber(view, victim) && !(victim.Phrase.Count is not null && IsNeither(view, victim)) && !IsShare(view, victim) && !IsOfPercentage(view, victim) && !IsAsked(view, victim) && !IsForEach(view, victim) && !IsOneIn(view, victim) && !IsPerThing(view, victim)
        && (victim.Who.Person is not null || !terms.Any(term => term.IsOfThingsToo))
        && (terms.Any(term => !term.IsOfPeopleOnly) ? Victims.AreSurelyPeople(view, victim) && !IsOfEquipment(view, victim, terms) : Victims.ArePeople(view, victim));
}
