using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"the death toll rose to 41", "bringing the toll to at least 60", "a toll of 12".</summary>
internal sealed partial class TollRule : CasualtyRule
{
    public const string RuleId = "casualties.toll";

    private static readonly CasualtyTerm Died = new("die", CasualtyFrame.Subject, CasualtyCategory.Killed, [], null);

    /// <summary>How many chunks behind a toll its figure may stand.</summary>
    private const int Farthest = 20;

    public override string Id => RuleId;

    public override string Summary => "The figure that a toll stands at, rises to or passes; in \"from 38 to 41\" the new figure updates the old one.";

    public override string Example => "The death toll rose from 38 to 41.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase];

    /// <summary>"the toll" by its own word; "the number of dead", "the count of casualties" by what is counted.</summary>
    private static CasualtyTerm? Term(SentenceView view, int at, NounPhrase phrase)
    {
        ref readonly var head = ref view.Article.Tokens[phrase.Head];
        if (head.Word.CasualtyNoun is { Frame: CasualtyFrame.Toll } toll)
        {
            return toll;
        }

        if (IsHeadline(view, phrase))
        {
            return view.Article.Tokens[phrase.Head - 1].Word.CasualtyNoun;
        }

        if (head.Word.Casualty is { Frame: CasualtyFrame.Predicate or CasualtyFrame.Object } own && ((phrase.Determiner & (WordClass.Possessive | WordClass.Article)) != 0 || phrase.PossessorEnd >= 0 || phrase.Head > phrase.First) && phrase.Count is null
            && (IsPutAt(view, at) || IsCountedBehind(view, at) || Reaches(view, at)))
        {
            // "put their dead at 200", "the overall dead at six", "estimated Ukraine's dead at 70,000", "the dead numbered 41", "its dead came to 41"
            return own;
        }

        if (head.Word.CasualtyNoun is { Frame: CasualtyFrame.Count } harm && head.Word.IsPlural && phrase.Count is null or { Relation: CountRelation.Unquantified })
        {
            return AmountsTo(view, at) || IsSetAt(view, at) || IsOfFigure(view, at) ? harm : null;
        }

        if (head.Word.Text is not ("number" or "total" or "count" or "tally" or "estimate"))
        {
            return null;
        }

        if (view.VerbAt(at + 1) is { Voice: Voice.BareParticiple, Casualty: { Frame: CasualtyFrame.Object } harmed } && phrase.Count is null && (phrase.Determiner & WordClass.Article) != 0)
        {
            // "brought to 17 the number killed"
            return harmed;
        }

        if (view.KindAt(at + 1) == ChunkKind.Relative && view.WordAt(at + 1) == "who" && phrase.Count is null && Befell(view, at + 2) is { } befell)
        {
            // "bringing to 794,000 the number who have fled"
            return befell;
        }

        if (view.KindAt(view.SkipRight(at + 1)) == ChunkKind.Adjective && view.Article.Tokens[view.Chunks[view.SkipRight(at + 1)].First].Word.Casualty is { Frame: CasualtyFrame.Predicate } still)
        {
            // "the number still missing"
            return still;
        }

        if (!view.IsPreposition(at + 1, "of"))
        {
            return null;
        }

        if ((view.NounAt(at + 2) is { Count: null, Person: not null } || view.WordAt(at + 2) == "those") && view.KindAt(at + 3) == ChunkKind.Relative && Befell(view, at + 4) is { } fate)
        {
            // "the number of people who died", "who have lost their lives"
            return fate;
        }

        if (view.NounAt(at + 2) is { Count: null, Person: not null } && view.VerbAt(at + 3) is { Voice: Voice.Infinitive, IsPerfect: true, IsNegated: false } perfect && (perfect.Casualty is { Frame: CasualtyFrame.Subject } || (perfect.Verb?.Lemma == "lose" && view.NounAt(at + 4) is { } life && view.Article.Tokens[life.Head].Word.Text is "lives" or "life")))
        {
            // "the number of journalists to have lost their lives"
            return perfect.Casualty ?? Died;
        }

        if (view.NounAt(at + 2) is { Count: null } those && (those.Person is not null || those.IsPronoun || view.WordAt(at + 2) == "those") && view.VerbAt(BehindAll(view, at + 2)) is { Voice: Voice.BareParticiple, Casualty: { Frame: CasualtyFrame.Object } done })
        {
            // "the number of people killed", "of those killed", "of members and leaders murdered"
            return done;
        }

        if (view.NounAt(at + 2) is { Count: null } known && (known.Person is not null || view.Article.Tokens[known.Head].Is(WordClass.Demonym)) && view.VerbAt(at + 3) is { Voice: Voice.BareParticiple, Verb.Lemma: "know" or "believe" or "fear" or "confirm" or "think" or "report" or "presume" })
        {
            // "the number of people known to have died", "of people confirmed dead"
            var fated = view.VerbAt(at + 4) is { Voice: Voice.Infinitive, IsNegated: false, Casualty: { Frame: CasualtyFrame.Object or CasualtyFrame.Subject } died } ? died : view.Article.Tokens[view.Chunks[Math.Min(at + 4, view.Chunks.Count - 1)].First].Word.Casualty;
            if (fated is { Frame: CasualtyFrame.Object or CasualtyFrame.Subject or CasualtyFrame.Predicate })
            {
                return fated;
            }
        }

        if (view.NounAt(at + 2) is { Count: null } homeless && DisplacedPeople.Are(homeless))
        {
            // "the number of displaced people"
            return DisplacedPeople.Term;
        }

        if (view.NounAt(at + 2) is { Count: null } fatal && view.Article.Tokens[fatal.Head].Word.Text == "victims" && fatal.Head > fatal.First && view.Article.Tokens[fatal.Head - 1].Word.Text == "fatal")
        {
            // "the number of fatal victims"
            return Died;
        }

        if (view.NounAt(at + 2) is { Count: null, Person: not null } harmedPeople && Trigger.Inside(view.Article, harmedPeople) is { } inside)
        {
            // "the number of wounded children"
            return inside;
        }

        if (view.VerbAt(at + 2) is { Voice: Voice.BareParticiple, Casualty: null } && Trigger.Find(view, at + 3) is { Terms: [{ Frame: CasualtyFrame.Predicate } confirmed] })
        {
            // "the number of confirmed dead"
            return confirmed;
        }

        var counted = view.NounAt(at + 2) is { Count: null } noun ? noun.Head : view.VerbAt(at + 2) is { Voice: Voice.BareParticiple } verb ? verb.Main : view.KindAt(at + 2) == ChunkKind.Adjective ? view.Chunks[at + 2].First : -1;
        return counted < 0 ? null
            : view.Article.Tokens[counted].Word.CasualtyNoun is { } counts && (counts.Frame == CasualtyFrame.Count || ((counts.Frame == CasualtyFrame.Body || CasualtiesRule.HasOneVictim(counts)) && view.Article.Tokens[counted].Word.IsPlural)) ? counts
            : view.Article.Tokens[counted].Word.Casualty is { Frame: CasualtyFrame.Object or CasualtyFrame.Predicate } word ? word
            : null;
    }

    /// <summary>The chunk behind a noun and those without a count that "and" joins to it.</summary>
    private static int BehindAll(SentenceView view, int at)
    {
        while (view.KindAt(at + 1) == ChunkKind.Coordinator && view.NounAt(at + 2) is { Count: null, Person: not null })
        {
            at += 2;
        }

        return at + 1;
    }

    /// <summary>"put their dead at 200", "pushed the army's dead to 58", "put the dead at 200 and the wounded at 300".</summary>
    private static bool IsPutAt(SentenceView view, int at) => view.VerbAt(at - 1) is { Verb.Lemma: "put" or "estimate" or "number" or "reckon" }
        ? view.IsPreposition(at + 1, "at") || IsSetAt(view, at)
        : view.VerbAt(at - 1) is { Verb.Lemma: "push" or "raise" or "bring" or "lift" or "drive" } ? view.IsPreposition(at + 1, "to") && view.NounAt(at + 2) is { IsElliptic: true, Count: not null }
        : view.KindAt(at - 1) is ChunkKind.Coordinator or ChunkKind.Comma && view.IsPreposition(at + 1, "at") && IsFigure(view, at - 2) && view.IsPreposition(at - 3, "at") && view.VerbAt(view.VerbBefore(at - 3)) is { Verb.Lemma: "put" or "estimate" };

    /// <summary>"Death toll rises to 27": a verb that could be a noun, as headlines have it.</summary>
    private static bool IsHeadline(SentenceView view, NounPhrase phrase) =>
        phrase.Head > phrase.First && view.Article.Tokens[phrase.Head - 1].Word.CasualtyNoun is { Frame: CasualtyFrame.Toll } && view.Article.Tokens[phrase.Head].Is(WordClass.Verb);

    /// <summary>"bringing the total to 112", "put the figure at 155": the figure of what was told just before.</summary>
    private static IReadOnlyList<CasualtyTerm>? ToldBefore(SentenceView view, int at, NounPhrase phrase, List<CasualtyMention> found)
    {
        if (view.Article.Tokens[phrase.Head].Word.Text is not ("total" or "figure" or "tally" or "count" or "number" or "estimate") || phrase.Count is not null || (view.IsPreposition(at + 1, "of") && !IsOthersFigure(view, at, phrase)) || (view.VerbAt(at + 1) is { Voice: Voice.BareParticiple, Casualty: null } && !Moves(view, at + 1))
            || !(view.VerbAt(view.SkipLeft(at - 1)) is { Verb.Lemma: "bring" or "take" or "raise" or "push" or "lift" or "drive" or "put" or "revise" or "lower" or "update" or "cut" } || view.VerbAt(view.SkipRight(at + 1)) is { Verb.Lemma: "rise" or "climb" or "reach" or "grow" or "stand" or "run" } or { IsAuxiliaryOnly: true, IsNegated: false } || IsRevised(view, view.SkipRight(at + 1)) || IsRevised(view, InRelative(view, at)) || Moves(view, InRelative(view, at))
                || Moves(view, BehindTime(view, at)) || (SetBefore(view, at).Now >= 0 && IsOfSame(view, at)) || IsOthersFigure(view, at, phrase)))
        {
            return null;
        }

        // "three times the police count of 11": of the same sentence's dead.
        var told = Leading.Told(view, phrase.First, found, IsOthersFigure(view, at, phrase) ? 0 : 1, GivenFor(view, at));
        return told is not null && Hands(view, at) is { } hands && !(told.Terms[0].Category == CasualtyCategory.Captured || (told.Terms[0].Category == CasualtyCategory.Abducted && hands is not "custody")) ? null : told?.Terms;
    }

    /// <summary>The number that "the figure" is set at, or that stands next behind it.</summary>
    private static long? GivenFor(SentenceView view, int at)
    {
        var figure = Math.Max(SetBefore(view, at).Now, SetAt(view, at));
        for (var next = at + 1; figure < 0 && next < Math.Min(at + Farthest, view.Chunks.Count); next++)
        {
            figure = IsFigure(view, next) ? next : figure;
        }

        return view.NounAt(figure)?.Count is { } count ? count.Low ?? count.High : null;
    }

    /// <summary>"three times the police count of 11", "rejected the rebels' figure of 30".</summary>
    private static bool IsOthersFigure(SentenceView view, int at, NounPhrase phrase) =>
        view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is { IsElliptic: true } && IsFigure(view, at + 2) && view.Article.Tokens[phrase.Head].Word.Text is "figure" or "tally" or "count" && (phrase.PossessorEnd >= 0 || phrase.Person is not null || phrase.Organization is not null);

    /// <summary>"The toll was put at 38; it now stands at 41": the toll told just before, which "it" gives anew; null where the word is not that.</summary>
    private static CasualtyMention? Former(SentenceView view, int at, List<CasualtyMention> found) =>
        view.NounAt(at) is { IsPronoun: true } && view.WordAt(at) == "it" && found.Count > 0 && found[^1] is { Sentence: var told, Terms.Count: 1 } toll && (toll.Rule == RuleId || IsOfToll(view.Article, toll)) && told >= view.Index - 1 && toll.End <= view.Chunks[at].First
        && Moves(view, view.SkipRight(at + 1))
            ? toll
            : null;

    /// <summary>"gave a toll of 38 dead".</summary>
    private static bool IsOfToll(Article article, CasualtyMention told) =>
        told.First > 1 && article.Tokens[told.First - 1].Word.Text == "of" && article.Tokens[told.First - 2].Word.CasualtyNoun is { Frame: CasualtyFrame.Toll };

    /// <summary>"stands", "has since risen", "exceeds": what a toll does to have a figure.</summary>
    private static bool Moves(SentenceView view, int verb) =>
        view.VerbAt(verb) is { IsNegated: false, Modal: < 0, Voice: not (Voice.Passive or Voice.Infinitive), Verb.Lemma: "stand" or "rise" or "climb" or "creep" or "reach" or "hit" or "grow" or "jump" or "increase" or "pass" or "cross" or "top" or "exceed" or "surpass" or "fall" or "drop" };

    /// <summary>"was later raised to 45".</summary>
    private static bool IsRevised(SentenceView view, int verb) =>
        view.VerbAt(verb) is { Voice: Voice.Passive, IsNegated: false, Modal: < 0, Verb.Lemma: "revise" or "raise" or "lower" or "update" or "put" or "correct" };

    /// <summary>"a number that has since risen to 41": the verb right behind the pronoun; −1 where no pronoun stands behind the noun.</summary>
    private static int InRelative(SentenceView view, int at) => view.KindAt(at + 1) == ChunkKind.Relative && view.WordAt(at + 1) is "that" or "which" ? view.SkipRight(at + 2) : -1;

    /// <summary>"total casualties of up to 950,000".</summary>
    private static bool IsOfFigure(SentenceView view, int at) => view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is { IsElliptic: true } && IsFigure(view, at + 2);

    /// <summary>"put enemy losses in the south at 320", "bringing total losses to 742,130".</summary>
    private static bool IsSetAt(SentenceView view, int at) => SetAt(view, at) >= 0;

    /// <summary>Where the figure stands that a verb sets losses at, over when and where: "its losses since February 24, 2022 to about 800,000".</summary>
    private static int SetAt(SentenceView view, int at)
    {
        if (view.VerbAt(view.SkipLeft(at - 1)) is not { Verb.Lemma: "put" or "bring" or "take" or "raise" or "push" or "lift" or "drive" or "estimate" or "number" or "reckon" or "set" })
        {
            return -1;
        }

        // "casualties – dead and wounded – at 500,000"
        var behind = view.KindAt(at + 1) == ChunkKind.Dash ? view.OtherDash(at + 1, 1) + 1 : at + 1;
        for (var next = behind; next < behind + 9 && view.KindAt(next) is ChunkKind.Preposition or ChunkKind.Subordinator or ChunkKind.NounPhrase or ChunkKind.Comma or ChunkKind.Adverb or ChunkKind.Other; next++)
        {
            if (view.KindAt(next) == ChunkKind.Preposition && view.WordAt(next) is "at" or "to" && IsFigure(view, view.SkipRight(next + 1)))
            {
                return view.SkipRight(next + 1);
            }
        }

        return -1;
    }

    /// <summary>"losses over the past day amounted to 1,140".</summary>
    private static bool AmountsTo(SentenceView view, int at)
    {
        // "casualties (killed and wounded) have exceeded 400"
        var next = view.KindAt(at + 1) == ChunkKind.Open ? Behind(view, at + 1, ChunkKind.Close) : at + 1;
        while (next < view.Chunks.Count && view.KindAt(next) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb or ChunkKind.Other)
        {
            if (view.NounAt(next) is { } noun && view.WordAt(next) is "amount" or "total" && noun.First == noun.Head && view.IsPreposition(next + 1, "to"))
            {
                return true;
            }

            if (view.NounAt(next) is { Determiner: 0 } verb && view.Article.Tokens[verb.Head].Word.Text == "number" && IsFigure(view, next + 1))
            {
                // "Fatalities among the troops likely number 60,000"
                return true;
            }

            next++;
        }

        if (view.VerbAt(next) is { Voice: Voice.Passive, IsNegated: false, Verb.Lemma: "put" or "estimate" } && view.IsPreposition(next + 1, "at"))
        {
            // "losses were put at 400,000"
            return true;
        }

        if (view.IsPlainly(next) && view.NounAt(view.SkipRight(next + 1)) is { Count: not null } figure && IsFigure(view, view.SkipRight(next + 1)) && view.VerbAt(view.SkipRight(next + 1) + 1)?.Casualty is null && (figure.Person is not null || view.Article.Tokens[view.NounAt(at)!.Head].Word.CasualtyNoun?.Term != "loss"))
        {
            // "losses were about 100 soldiers"; "losses were 100" may be money.
            return true;
        }

        if (view.VerbAt(next) is { Verb.Lemma: "come", Voice: not Voice.Passive } && view.IsPreposition(next + 1, "to") && IsFigure(view, next + 2))
        {
            // "losses have come to 960"
            return true;
        }

        return view.VerbAt(next) is { Verb.Lemma: "amount" or "total" or "reach" or "stand" or "number" or "rise" or "climb" or "fall" or "drop" or "decline" or "exceed" or "pass" or "cross" or "top" or "surpass", Voice: not Voice.Passive, IsNegated: false };
    }

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        var former = Former(view, at, found);
        if (view.NounAt(at) is not { } phrase || (former?.Terms ?? (Term(view, at, phrase) is { } own ? [own] : ToldBefore(view, at, phrase, found))) is not { } terms)
        {
            return;
        }

        // "the number of troops killed or wounded"
        terms = terms is [var only] && Trigger.Find(view, at + 3) is { Terms: [var first, _, ..] run } && ReferenceEquals(first, only) ? run : terms;
        if (SetBefore(view, at) is ( >= 0 and var set, var was))
        {
            CasualtyMention Of(int figure) => Mention(view, phrase, terms, figure) with { Victim = view.NounAt(at + 2) is { Person: not null } people ? new Victim(view.NounAt(figure)!, people) : view.VictimAt(figure) };
            var replaced = was >= 0 ? Of(was) : null;
            if (replaced is not null) found.Add(replaced);
            found.Add(Of(set) with { Replaces = replaced });
            return;
        }

        if (IsOthersFigure(view, at, phrase))
        {
            found.Add(Mention(view, phrase, terms, at + 2) with { Victim = view.VictimAt(at + 2), Owner = null });
            return;
        }

        var relation = IsHeadline(view, phrase) ? RelationBy(view.Article.Tokens[phrase.Head].Word.Verb?.Lemma, view.IsPreposition(at + 1, "at")) : null;
        var (behind, before) = AfterDescription(view, at);
        var from = Moves(view, InRelative(view, at)) || IsRevised(view, InRelative(view, at)) ? at + 2 : InPhrase(view, at) is >= 0 and var relative ? relative + 2 : behind;
        // "raised its toll from four to seven"
        var figure = SetAt(view, at);
        figure = view.IsPreposition(figure - 3, "from") && IsFigure(view, figure - 2) ? figure - 2 : figure;
        if (figure < 0 && WhoClause(view, at) is >= 0 and var clause && (from = BehindClause(view, clause)) < 0)
        {
            return;
        }

        for (var index = Math.Max(from, figure); index < view.Chunks.Count && index < Math.Max(at, from - 2) + Farthest; index++)
        {
            if (view.KindAt(index) is ChunkKind.Stop or ChunkKind.Relative || view.VerbAt(index) is { Modal: >= 0 } or { IsNegated: true } || (view.VerbAt(index) is { Voice: Voice.Infinitive } && view.WordAt(index - 1) == "yet"))
            {
                // "could reach 100", "never reached 100", "has yet to reach 100"
                return;
            }

            if (view.NounAt(index) is { Count: not null, Person: null } told && view.Article.Tokens[told.Head].Is(WordClass.Casualty))
            {
                // "a toll of 31 dead and 13 wounded": each figure has its own word.
                return;
            }

            relation = RelationOf(view, index) ?? (view.WordAt(index) is "past" or "beyond" ? CountRelation.MoreThan : relation);
            if (!(IsFigure(view, index) || IsMark(view, index)) || view.IsPreposition(index - 1, "by"))
            {
                continue;
            }

            // "rose from 38 to 41"; "rose to 41, up from 38"; "first put at 38, was revised to 41".
            var isOld = view.IsPreposition(index - 1, "from")
                || (view.KindAt(index - 1) == ChunkKind.Preposition && view.WordAt(index - 1) is "at" or "as" && view.VerbAt(index - 2) is { Voice: Voice.BareParticiple } && Figure(view, index + 1, "to") >= 0);
            var other = isOld ? Figure(view, index + 1, "to") : Figure(view, index + 1, "from");
            var old = isOld ? index : other >= 0 ? other : before;
            CasualtyMention? earlier = old >= 0 ? Mention(view, phrase, terms, old) : null;
            var current = isOld ? other : index;
            if (earlier is not null)
            {
                found.Add(earlier);
            }

            if (current >= 0)
            {
                found.Add(Mention(view, phrase, terms, current) with { Relation = relation, Replaces = earlier ?? former, Turn = Turn(view, at, current) });
                AddNext(view, phrase, terms, current, found);
            }

            return;
        }
    }

    /// <summary>"bringing the toll to 11" adds, "has risen to 30", "was revised to 23", "raised the toll to 30" move it; the total of a year is another's.</summary>
    private static TollTurn Turn(SentenceView view, int at, int figure)
    {
        if (view.Article.Tokens[view.NounAt(at)!.Head].Word.Text == "total")
        {
            return TollTurn.None;
        }

        if (view.VerbAt(view.SkipLeft(at - 1)) is { Voice: not Voice.Passive, IsNegated: false, Verb.Lemma: var sets } && view.IsPreposition(figure - 1, "to"))
        {
            switch (sets)
            {
                case "bring" or "take" or "push" or "lift" or "drive":
                    return TollTurn.Added;
                case "raise" or "lower" or "revise" or "update" or "cut":
                    return TollTurn.Moved;
            }
        }

        for (var verb = at + 1; verb < figure; verb++)
        {
            if (view.VerbAt(verb) is { Verb.Lemma: "rise" or "climb" or "creep" or "grow" or "jump" or "increase" or "reach" } ? Moves(view, verb) : IsRevised(view, verb) && view.IsPreposition(figure - 1, "to"))
            {
                return TollTurn.Moved;
            }
        }

        return TollTurn.None;
    }

    /// <summary>"by midday", "in the evening", "on Monday": a figure's time.</summary>
    private static bool IsWhen(SentenceView view, int at) =>
        view.NounAt(view.KindAt(at) == ChunkKind.Preposition ? at + 1 : at) is { } time && (Victims.IsTime(view, time) || view.Article.Tokens[time.Head].Word.Text is "morning" or "noon" or "midday" or "afternoon" or "evening" or "night" or "nightfall" or "midnight" or "dawn");

    /// <summary>"The toll was 38 on Monday and now stands at 41": the figure of a second verb of the same toll.</summary>
    private void AddNext(SentenceView view, NounPhrase phrase, IReadOnlyList<CasualtyTerm> terms, int figure, List<CasualtyMention> found)
    {
        var also = view.SkipRight(view.OverPhrases(figure + 1) + 1);
        if (view.KindAt(view.OverPhrases(figure + 1)) == ChunkKind.Coordinator && view.IsPreposition(figure - 1, "to") && view.IsPreposition(also, "to") && IsFigure(view, also + 1) && IsWhen(view, figure + 1) && IsWhen(view, also + 2))
        {
            // "raised the toll to 19 by midday and to 22 in the evening"
            found.Add(Mention(view, phrase, terms, also + 1) with { Replaces = found[^1] });
            return;
        }

        var verb = also;
        var next = view.KindAt(view.SkipRight(verb + 1)) == ChunkKind.Preposition ? view.SkipRight(verb + 1) + 1 : view.SkipRight(verb + 1);
        if (view.KindAt(view.OverPhrases(figure + 1)) == ChunkKind.Coordinator && Moves(view, verb) && IsFigure(view, next) && !view.IsPreposition(next - 1, "by"))
        {
            found.Add(Mention(view, phrase, terms, next) with { TriggerFirst = view.Chunks[verb].First, TriggerEnd = view.Chunks[verb].End, Replaces = found[^1] });
        }
    }

    /// <summary>"the toll from the 7.7-magnitude quake that flattened": the relative pronoun of a phrase that hangs on the toll; −1 where there is none.</summary>
    private static int InPhrase(SentenceView view, int at)
    {
        var next = at + 1;
        while (next < at + 7 && view.KindAt(next) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Other or ChunkKind.Dash && !IsFigure(view, next))
        {
            next++;
        }

        return next > at + 2 && view.KindAt(next) == ChunkKind.Relative ? next : -1;
    }

    /// <summary>
    /// "The toll, which includes three children, rose to 12", "The number of people killed, earlier put at 9, rose to 12": the chunk behind what only
    /// describes it, and the figure that it stood at before, −1 where none is named; the same chunk where nothing describes it.
    /// </summary>
    private static (int Behind, int Old) AfterDescription(SentenceView view, int at)
    {
        if (InDashes(view, at) is >= 0 and var inserted)
        {
            return (view.OtherDash(inserted - 1, 1) + 1, inserted);
        }

        var comma = view.IsPreposition(at + 1, "of") ? at + 3 : at + 1;
        comma += view.VerbAt(comma) is { Voice: Voice.BareParticiple } ? 1 : 0;
        var opening = view.SkipRight(comma + 1);
        if (view.KindAt(comma) != ChunkKind.Comma || !(view.KindAt(opening) == ChunkKind.Relative || view.IsPreposition(opening, "including") || view.VerbAt(opening) is { Voice: Voice.BareParticiple }))
        {
            return (at + 1, -1);
        }

        var old = -1;
        for (var next = opening; next < view.Chunks.Count && next < comma + 12; next++)
        {
            if (view.KindAt(next) == ChunkKind.Comma && view.VerbAt(view.SkipRight(next + 1)) is not null)
            {
                return (next + 1, old);
            }

            // "which stood at 12", "first reported as 38"
            old = IsFigure(view, next) && view.KindAt(next - 1) == ChunkKind.Preposition && view.WordAt(next - 1) is "at" or "as" && view.VerbAt(view.SkipLeft(next - 2)) is { IsNegated: false, Verb.Lemma: "stand" or "put" or "estimate" or "give" or "report" } ? next : old;
        }

        return (at + 1, -1);
    }

    private CasualtyMention Mention(SentenceView view, NounPhrase phrase, IReadOnlyList<CasualtyTerm> terms, int figure) => new()
    {
        Sentence = view.Index,
        TriggerFirst = phrase.First,
        TriggerEnd = phrase.End,
        Terms = terms,
        Victim = OfKind(view, phrase, figure) ?? OfCounted(view, phrase, figure) ?? (IsMark(view, figure) ? new Victim(Number(view, figure)) : view.VictimAt(figure)),
        Rule = Id,
        Owner = phrase.Country is null && phrase.PossessorEnd < 0 ? null : phrase,
        Certainty = IsEstimated(view, phrase) ? Certainty.Estimated : Certainty.Stated,
        Scope = terms[0].Term == "loss" || terms[0].Frame is CasualtyFrame.Predicate && ReferenceEquals(terms[0], view.Article.Tokens[phrase.Head].Word.Casualty) ? null : ClaimScope.Incident,
    };

    /// <summary>"Estimates of the number of people killed range from …".</summary>
    private static bool IsEstimated(SentenceView view, NounPhrase phrase) =>
        phrase.First - 2 >= view.Sentence.First && view.Article.Tokens[phrase.First - 1].Word.Text == "of" && view.Article.Tokens[phrase.First - 2].Word.Text is "estimates" or "estimate";

    /// <summary>"put the military deaths at around 100": a bare figure is of the people that the noun before says.</summary>
    private static Victim? OfKind(SentenceView view, NounPhrase phrase, int figure) =>
        Number(view, figure) is { IsElliptic: true } number && phrase.First < phrase.Head && PartyReader.KindOf(view.Article, phrase) != PartyKind.People
            ? new Victim(number, phrase)
            : null;

    /// <summary>"the number of journalists killed climbed to 142", "of wounded soldiers", "the toll among civilians": 142 journalists, so many soldiers or civilians.</summary>
    private static Victim? OfCounted(SentenceView view, NounPhrase phrase, int figure)
    {
        if (Number(view, figure) is not { IsElliptic: true } number)
        {
            return null;
        }

        var at = view.At(phrase.First);
        var who = view.VerbAt(at + 2) is { Voice: Voice.BareParticiple } ? at + 3 : at + 2;
        var isAmong = view.IsPreposition(at + 1, "among");
        return (isAmong || view.IsPreposition(at + 1, "of")) && view.NounAt(who) is { Count: null } people && (people.Person is not null || (isAmong && people.Country is not null)) && who < figure
            ? new Victim(number, people) { Also = view.KindAt(who + 1) == ChunkKind.Coordinator && view.NounAt(who + 2) is { Count: null, Person: not null } second && who + 2 < figure ? [second] : [] }
            : null;
    }

    /// <summary>The next figure behind a preposition; −1 if none stands near.</summary>
    private static int Figure(SentenceView view, int from, string preposition)
    {
        for (var index = from; index < view.Chunks.Count && index < from + 8; index++)
        {
            if (IsFigure(view, index) && view.IsPreposition(index - 1, preposition))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsFigure(SentenceView view, int index) =>
        view.NounAt(index) is { Count: not null } figure && !Victims.IsTime(view, figure) && (figure.IsElliptic || figure.Person is { IsCollective: false });
}
