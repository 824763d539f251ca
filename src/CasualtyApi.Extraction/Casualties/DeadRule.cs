using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"12 people are dead", "left 40 homeless", "30 still missing": an adjective behind its noun.</summary>
internal sealed class DeadRule : CasualtyRule
{
    public override string Id => "casualties.dead";

    public override string Summary => "A casualty adjective behind the noun it is said of, or as the head of a count.";

    public override string Example => "The blast left twelve people dead.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase, ChunkKind.Adjective];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.KindAt(at) == ChunkKind.NounPhrase)
        {
            ReadHead(view, at, found);
            ReadComplement(view, at, found);
            ReadAll(view, at, found);
        }
        else if (view.KindAt(at) == ChunkKind.Adjective && Trigger.Find(view, at) is { } trigger && Modality.OfNoun(view, at) is { } certainty)
        {
            ReadBehind(view, trigger, certainty, found);
        }
    }

    /// <summary>"were made homeless", "2 police KIA": an adjective that is a noun as well, behind a verb that makes people such or right behind them.</summary>
    private void ReadComplement(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is { Count: null, Determiner: 0 } phrase && phrase.First == phrase.Head
            && view.Article.Tokens[phrase.Head].Word.Casualty is { Frame: CasualtyFrame.Predicate } term
            && (view.NounAt(at - 1) is { Count: not null, Person: not null } || view.VerbAt(view.SkipLeft(at - 1)) is { Voice: Voice.Passive, Verb.Lemma: "make" or "leave" or "render" } or { IsAuxiliaryOnly: true })
            && Modality.OfNoun(view, at) is { } certainty)
        {
            ReadBehind(view, new Trigger(at, at, [term]), certainty, found);
        }
    }

    /// <summary>"found nine people in the cellar, all dead".</summary>
    private void ReadAll(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.KindAt(at - 1) != ChunkKind.Comma || view.WordAt(at) != "all" || view.NounAt(at) is not { } all || all.Head != all.First + 1 || !view.EndsBefore(at + 1) || view.Article.Tokens[all.Head].Word.Casualty is not { Frame: CasualtyFrame.Predicate } term)
        {
            return;
        }

        var people = at - 2;
        while (view.KindAt(people - 1) == ChunkKind.Preposition && view.NounAt(people) is { Count: null } && view.NounAt(people - 2) is not null) people -= 2;
        if (view.NounAt(people) is { Count: not null, Person: not null } && view.VerbAt(view.VerbBefore(people)) is null or { Verb.Lemma: "find" or "discover" or "recover" or "retrieve" or "pull" or "bring" or "leave" or "bury" or "identify" or "name" } && Modality.OfNoun(view, people) is { } certainty)
        {
            Mentions.Add(view, [people], new CasualtyMention { Sentence = view.Index, TriggerFirst = all.Head, TriggerEnd = all.End, Terms = [term], Rule = Id, Certainty = certainty }, found);
        }
    }

    /// <summary>"lists 22 of its men as missing".</summary>
    private static bool Lists(VerbGroup verb) => verb.Verb?.Lemma is "list" or "register" or "report" or "record" or "count" or "classify";

    private void ReadBehind(SentenceView view, Trigger trigger, Certainty certainty, List<CasualtyMention> found)
    {
        // "are listed as missing", "had been brought in dead"
        var before = view.WordAt(trigger.At - 1) == "in" && view.VerbAt(trigger.At - 2) is { Verb.Lemma: "bring", Voice: Voice.Passive } ? trigger.At - 2 : view.SkipLeft(view.WordAt(trigger.At - 1) == "as" && view.VerbAt(view.SkipLeft(trigger.At - 2)) is { } verbOfList && (Lists(verbOfList) || verbOfList.Verb?.Lemma is "declare" or "give") ? trigger.At - 2 : trigger.At - 1);
        if (view.WordAt(trigger.At - 1) == "as" && view.KindAt(trigger.At - 2) == ChunkKind.NounPhrase && view.NounBefore(trigger.At - 1) is var listed and >= 0 && view.VerbAt(view.SkipLeft(listed - 1)) is { Voice: not Voice.Passive } lister && Lists(lister))
        {
            Mentions.Add(view, view.Coordinated(listed, leftwards: true), Mentions.Of(view, trigger, Id) with { Certainty = certainty }, found);
            return;
        }

        var verb = view.VerbAt(before);
        var subject = verb is null && view.KindAt(before) == ChunkKind.NounPhrase
            ? view.IsPreposition(before - 1, "of") && view.NounAt(before)!.Count is null or { Low: 1, High: 1 } && view.NounAt(before - 2) is { Count: not null } number && view.IsPartitive(number) ? before - 2 : before
            : verb is { IsAuxiliaryOnly: true } or { Verb.Lemma: "remain" or "find" or "lie" or "leave" or "fear" or "presume" or "believe" or "report" or "confirm" or "declare" or "pronounce" or "know" or "arrive" or "bring" or "list" or "shoot" or "go" or "become" or "render" or "make" or "register" or "record" or "count" or "classify" or "give" }
                ? SubjectOf(view, before)
                : -1;
        if (subject < 0 || (trigger.Terms[0].Category == CasualtyCategory.Missing && AreBack(view, trigger.At)) || (trigger.Terms[0].IsDegree && IsNobody(view, subject)))
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(subject, leftwards: true), Mentions.Of(view, trigger, Id) with
        {
            IsNegated = verb?.IsNegated ?? false,
            Certainty = Modality.OfReport(verb is not null && view.WordAt(before) == "to" ? view.VerbAt(view.SkipLeft(before - 1)) : verb) ?? certainty,
            Agent = Leaver(view, subject - 1),
        }, found);
    }

    /// <summary>"The raid left twelve dead": what or who left them so.</summary>
    public static NounPhrase? Leaver(SentenceView view, int at) =>
        view.VerbAt(view.SkipLeft(at)) is { Verb.Lemma: "leave" or "shoot", Voice: not Voice.Passive } ? Doers.Of(view, view.SkipLeft(at)) : null;

    /// <summary>"None of the wounded was in serious condition".</summary>
    private static bool IsNobody(SentenceView view, int subject) => view.NounAt(subject) is { } who && ((who.Determiner & WordClass.Negator) != 0 || view.Article.Tokens[who.First].Is(WordClass.Negator));

    /// <summary>The missing who are "found alive" are missing no more; "27 are missing; sixteen were found alive" is of others.</summary>
    private static bool AreBack(SentenceView view, int missing)
    {
        var end = missing + 1;
        while (end < view.Chunks.Count && view.KindAt(end) is not (ChunkKind.Stop or ChunkKind.Colon or ChunkKind.Coordinator))
        {
            end++;
        }

        return Enumerable.Range(missing, end - missing).Any(at => view.WordAt(at) is "alive" or "unharmed" or "unhurt" or "safe" or "safely");
    }

    /// <summary>"12 dead"; "20 hurt", where the participle could be a noun and stands right behind its number.</summary>
    private static bool IsHead(SentenceView view, NounPhrase phrase, CasualtyTerm term) =>
        term.Frame == CasualtyFrame.Predicate
        || (term.Frame == CasualtyFrame.Object && phrase.Head == (phrase.Count?.Next ?? phrase.First + 1) && view.Article.Tokens[phrase.Head].Is(WordClass.VerbParticiple));

    /// <summary>"40 people feared dead": the participle's noun; "are feared dead": the verb's subject; "28 of whom the army has declared dead": not the army.</summary>
    private static int SubjectOf(SentenceView view, int verb)
    {
        if (view.VerbAt(verb) is { Voice: Voice.Active or Voice.BareParticiple, Verb.Lemma: "declare" or "pronounce" or "presume" or "believe" or "report" or "confirm" or "list" or "find" or "fear" })
        {
            var doer = view.SkipLeft(verb - 1);
            if (view.NounAt(doer) is not null && view.KindAt(doer - 1) == ChunkKind.Relative && view.IsPreposition(doer - 2, "of") && view.NounAt(doer - 3)?.Count is not null) return doer - 3;
            if (view.VerbAt(verb)!.Voice == Voice.Active) return view.RelativeObjectOf(verb);
        }

        return view.VerbAt(verb)!.Voice == Voice.BareParticiple ? view.NounBefore(verb) : view.SubjectOf(verb);
    }

    /// <summary>"12 dead", "at least 30 missing": the adjective is the head of its count.</summary>
    private void ReadHead(SentenceView view, int at, List<CasualtyMention> found)
    {
        var phrase = view.NounAt(at)!;
        var isNone = (phrase.Determiner & WordClass.Negator) != 0 && phrase.Head == phrase.First + 1;
        if ((phrase.Count is null && !isNone) || view.Article.Tokens[phrase.Head].Word.Casualty is not { } term || !IsHead(view, phrase, term) || IsOfBody(view, at)
            || Modality.OfNoun(view, at) is not { } certainty)
        {
            return;
        }

        var terms = new List<CasualtyTerm> { term };
        var end = phrase.End;
        NounPhrase? people = null;
        if (NextOfRun(view, at) is { } second)
        {
            // "315,000 dead or injured [troops]"
            people = CountedBehind(view, second.Last);
            terms.AddRange(second.Terms);
            end = people?.End ?? view.Chunks[second.Last].End;
        }

        var sufferer = Sufferer(view, at);
        var mention = new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = phrase.Head,
            TriggerEnd = end,
            Terms = terms,
            Victim = people is not null ? new Victim(phrase, people) : Mentions.AsToldBehind(view, new Victim(phrase), end),
            Rule = terms.Count > 1 ? KilledOrWoundedRule.RuleId : Id,
            Certainty = certainty,
            Owner = Acknowledged(view, at) ?? sufferer,
            IsLoss = sufferer is not null,
            Agent = Leaver(view, at - 1),
            Relation = IsNoMore(view, at, phrase) ? CountRelation.AtMost : null,
        };
        Mentions.Add(view, LeftWith(view, at), mention, found);
        found.Add(mention);
    }

    /// <summary>"has never confirmed more than 48 dead": so many at most.</summary>
    private static bool IsNoMore(SentenceView view, int at, NounPhrase phrase) =>
        phrase.Count is { Relation: CountRelation.MoreThan, Low: not null } && view.VerbAt(view.SkipLeft(at - 1)) is { IsNegated: true, Verb.Lemma: "confirm" or "acknowledge" or "admit" or "report" or "record" or "concede" or "verify" or "register" };

    /// <summary>"2,300 dead and wounded", "2,300 dead, wounded and missing": the harms that share the count.</summary>
    private static Trigger? NextOfRun(SentenceView view, int at) =>
        view.NounAt(at + 2) is not null || (view.NounAt(view.ObjectOf(at + 2)) is { Count: not null } hit && (hit.Person is not null || hit.IsElliptic)) ? null
        : view.KindAt(at + 1) == ChunkKind.Coordinator ? Trigger.Find(view, at + 2)
        : view.KindAt(at + 1) == ChunkKind.Comma && Trigger.Find(view, at + 2) is { Terms.Count: > 1 } list ? list
        : null;

    /// <summary>"[12 dead] and injured", "had [no dead] or wounded": the count that a further harm shares; null where it has none before it.</summary>
    public static NounPhrase? CountBefore(SentenceView view, int harm) =>
        view.KindAt(harm - 1) == ChunkKind.Coordinator && view.NounAt(harm - 2) is { } counted && (counted.Count is not null || (counted.Determiner & WordClass.Negator) != 0)
        && view.Article.Tokens[counted.Head].Word is { Person: null, Casualty.Frame: CasualtyFrame.Predicate } ? counted : null;

    /// <summary>"12 dead or wounded [soldiers]": the people that a count and its harms stand before; null where the last of these is a verb with an object of its own.</summary>
    public static NounPhrase? CountedBehind(SentenceView view, int harm) =>
        view.VerbAt(harm) is { Voice: Voice.BareParticiple } && CountBefore(view, harm) is { Count: not null }
        && view.NounAt(harm + 1) is { Count: null, Determiner: 0, Person: not null, IsPlural: true } people ? people : null;

    /// <summary>"in exchange for the body of one hostage": a hostage no more.</summary>
    private static bool IsOfBody(SentenceView view, int at) =>
        view.IsPreposition(at - 1, "of") && view.NounAt(at - 2) is { } body && view.Article.Tokens[body.Head].Word.CasualtyNoun is { Frame: CasualtyFrame.Body };

    /// <summary>"left one policeman and one civilian dead": the chunks of those before the last, whose adjective is theirs, too.</summary>
    private static IEnumerable<int> LeftWith(SentenceView view, int at)
    {
        var first = at;
        while (view.KindAt(first - 1) is ChunkKind.Coordinator or ChunkKind.Comma && view.NounAt(first - 2) is { Count: not null, Person: not null })
        {
            first -= 2;
        }

        return first < at && view.VerbAt(view.SkipLeft(first - 1)) is { Verb.Lemma: "leave" or "find" or "shoot" or "render" } ? Enumerable.Range(0, (at - first) / 2).Select(hop => first + (hop * 2)) : [];
    }

    /// <summary>"The army suffered 14 dead and 58 wounded", "left behind 150 dead": whoever did has lost them.</summary>
    private static NounPhrase? Sufferer(SentenceView view, int at)
    {
        while (view.KindAt(at - 1) is ChunkKind.Coordinator or ChunkKind.Comma && view.NounAt(at - 2) is { Count: not null })
        {
            at -= 2;
        }

        var verb = view.SkipLeft(view.WordAt(at - 1) == "behind" ? at - 2 : at - 1);
        var suffers = view.VerbAt(verb) is { Voice: not Voice.Passive, IsNegated: false, Verb.Lemma: var lemma } && (lemma is "suffer" or "sustain" or "incur" || (lemma == "leave" && view.WordAt(at - 1) == "behind"));
        return suffers && view.NounAt(view.SubjectOf(verb)) is ({ Person.Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police } or { Organization.Kind: SourceKind.ArmedGroup or SourceKind.Military }) and var sufferer ? sufferer : null;
    }

    /// <summary>"when Moscow acknowledged 5,937 dead": whoever admits to dead speaks of its own.</summary>
    private static NounPhrase? Acknowledged(SentenceView view, int at)
    {
        var verb = view.SkipLeft(at - 1);
        if (view.VerbAt(verb) is not { Verb.Lemma: "acknowledge" or "admit" or "concede", Voice: not Voice.Passive } || view.NounAt(view.SubjectOf(verb)) is not { } subject)
        {
            return null;
        }

        return subject.IsPronoun
            ? view.Chunks.Find(chunk => chunk.First < subject.First && chunk is NounPhrase { Person: null, Country: not null }) as NounPhrase
            : subject;
    }
}
