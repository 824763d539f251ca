using System.Diagnostics.CodeAnalysis;
using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"12 people, including three children, were killed": a count inside the one before it.</summary>
internal sealed class IncludingRule : CasualtyRule
{
    private static readonly CasualtyTerm Fatal = new("fatal", CasualtyFrame.Predicate, CasualtyCategory.Killed, [], null);

    public override string Id => "casualties.including";

    public override string Summary => "A count that the one before it already contains: \"including\", \"among them\", \"of whom\".";

    public override string Example => "Twelve people, including three children, were killed.";

    /// <summary>Reads what is included in mentions that other rules have found; needs no casualty word of its own.</summary>
    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.Preposition, ChunkKind.NounPhrase, ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.WordAt(at - 1) == "not")
        {
            // "ten people, not including the attacker"
            return;
        }

        var isAmongWhom = view.IsPreposition(at, "among") && view.WordAt(at + 1) == "whom" && view.IsPlainly(at + 2);
        var isIncluding = isAmongWhom || view.IsPreposition(at, "including") || IsCounting(view, at)
            || (view.IsPreposition(at, "among") && (view.NounAt(at + 1) is { } them && (them.IsPronoun || view.Article.Tokens[them.Head].Word.Text == "latter")));
        if (!isIncluding)
        {
            ReadIncluded(view, at, found);
            ReadAmongThem(view, at, found);
            ReadOfThem(view, at, found);
            ReadOfWhom(view, at, found);
            ReadHowBadly(view, at, found);
            return;
        }

        var first = at + 1;
        if (view.IsPreposition(at, "among"))
        {
            first = isAmongWhom ? at + 3 : at + 2;
            while (view.KindAt(first) is ChunkKind.Comma or ChunkKind.Colon or ChunkKind.Adverb)
            {
                first++;
            }
        }

        if (view.WordAt(first) is "that" or "those" && view.IsPreposition(first + 1, "of"))
        {
            // "three bodies, among them that of a boy"
            first += 2;
        }

        if (view.NounAt(first) is null || Whole(view, at, found) is not { } whole)
        {
            return;
        }

        // "including Ana Ruiz and others": of whom there are others, everybody knows.
        var parts = view.Such(view.Coordinated(first, leftwards: false), part => part is { Count: not null } || view.Article.Tokens[part!.Head].Word.Text != "others");
        Mentions.AddParts(view, parts.Union(Elsewhere(view, first)), whole with
        {
            Counted = null,
            TriggerFirst = view.Chunks[at].First,
            TriggerEnd = view.Chunks[at].End,
            Rule = Id,
            Whole = whole,
        }, found);
    }

    /// <summary>"The 20 dead included five children", "The 30 people killed include six Russians and an American".</summary>
    private void ReadIncluded(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { Verb.Lemma: "include", Voice: not (Voice.Passive or Voice.Ing), IsNegated: false, Modal: < 0 } verb || view.NounAt(view.ObjectOf(at)) is null
            || view.NounAt(view.SubjectOf(at)) is not { Count: not null } all || Mentions.FindOf(view, found, all) is not (>= 0 and var index))
        {
            return;
        }

        var whole = found[index];
        Mentions.AddParts(view, view.Such(view.Coordinated(view.ObjectOf(at), leftwards: false), part => part is { Count: not null } or { IsPlural: false, Determiner: not 0 }), whole with { Counted = null, TriggerFirst = verb.First, TriggerEnd = verb.End, Rule = Id, Whole = whole }, found);
    }

    /// <summary>"including 25 in Kabul [and 15 in Herat]": the numbers of other places that go on from the first.</summary>
    private static IEnumerable<int> Elsewhere(SentenceView view, int first)
    {
        for (var at = first; view.NounAt(at) is { IsElliptic: true, Count: not null } && view.KindAt(at + 1) == ChunkKind.Preposition && view.NounAt(at + 2) is { Count: null }; at += 4)
        {
            if (view.KindAt(at + 3) is not (ChunkKind.Comma or ChunkKind.Coordinator) || view.NounAt(at + 4) is not { IsElliptic: true, Count: not null } || view.HasOwnVerb(at + 4)) yield break;
            yield return at + 4;
        }
    }

    /// <summary>"put the dead at 112, counting 40 fighters and 30 villagers".</summary>
    private static bool IsCounting(SentenceView view, int at) =>
        view.VerbAt(at) is { Voice: Voice.Ing, Verb.Lemma: "count" } && view.KindAt(at - 1) == ChunkKind.Comma && view.NounAt(at + 1) is { Count: not null, Person: not null };

    /// <summary>"seven people were killed, three children among them", "with three children among the victims".</summary>
    private void ReadAmongThem(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is { IsPronoun: false } some && (some.Count is not null ? some.Person is not null || view.Article.Tokens[some.Head].Is(WordClass.Demonym) : some is { IsPlural: false, Person: not null }) && view.IsPreposition(at + 1, "among") && view.NounAt(at + 2) is { } all
            && (all is { IsPronoun: true, IsPlural: true } || view.Article.Tokens[all.Head].Word.Text is "victims" || Wholes.IsTheHarmed(view, all))
            && (view.KindAt(at - 1) == ChunkKind.Comma || (view.IsPreposition(at - 1, "with") && view.KindAt(at - 2) == ChunkKind.Comma))
            && Whole(view, at, found, some.Count?.Low ?? 1) is { } whole && (all.IsPronoun || view.Article.Tokens[all.Head].Word.Casualty is not { } harm || harm.Category == whole.Terms[0].Category))
        {
            Mentions.AddParts(view, [at], whole with { Counted = null, TriggerFirst = view.Chunks[at + 1].First, TriggerEnd = all.End, Rule = Id, Whole = whole }, found);
        }
    }

    /// <summary>"seven people, four of them children": the number before, the people behind.</summary>
    private void ReadOfThem(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { } number || !(number is { IsElliptic: true, Count: not null } || view.Article.Tokens[number.Head].Word.Text is "majority" or "most" || FractionReader.IsPercent(view.Article.Tokens[number.Head].Word)) || !view.IsPreposition(at + 1, "of")
            || !(view.NounAt(at + 2) is { IsPronoun: true } || view.KindAt(at + 2) == ChunkKind.Relative)
            || (Whole(view, at, found, number.Count?.Low ?? 1) ?? Whole(view, at, found)) is not { } whole)
        {
            return;
        }

        if (number.Count is not { Relation: not CountRelation.Unquantified } count || !number.IsElliptic)
        {
            ReadShare(view, at, number, whole, found);
            return;
        }

        if (view.WordAt(at + 3) == "fatal" && view.VerbAt(at + 4) is null && whole.Terms[0].Category == CasualtyCategory.KilledOrInjured)
        {
            // "950 casualties, 250 of them fatal"
            found.Add(whole with { Counted = null, Terms = [Fatal], Victim = new Victim(number), TriggerFirst = number.First, TriggerEnd = view.Chunks[at + 3].End, Rule = Id, Whole = whole });
            return;
        }

        // "three of them seriously", "one of whom is critical", "four of whom were children"
        var who = view.KindAt(at + 2) == ChunkKind.Relative && view.IsPlainly(at + 3) ? at + 4 : at + 3;
        if (((view.KindAt(at + 3) == ChunkKind.Adverb && who == at + 3) || (view.KindAt(who) == ChunkKind.Adjective && (view.Article.Tokens[view.Chunks[who].First].Word.Casualty is { IsDegree: true } || ConditionRule.IsBad(view, who)))) && view.VerbAt(who + 1) is null && whole.Terms[0].Category == CasualtyCategory.Injured)
        {
            // "ten were wounded, three of them seriously", "three of them in serious condition"
            found.Add(whole with { Counted = null, Victim = new Victim(number), TriggerFirst = number.First, TriggerEnd = view.Chunks[who].End, Rule = Id, Whole = whole });
        }

        if (SaysHow(view, at + 3, whole) || (view.NounAt(at + 2) is { IsPronoun: true } && (StandsWhereOrWhen(view, at + 3) || (view.VerbAt(at + 3) is { Voice: Voice.Ing } && view.ObjectOf(at + 3) < 0))))
        {
            // "40 of them in Mosul", "four of them hanging from a bridge"
            found.Add(whole with { Counted = null, Victim = new Victim(number), TriggerFirst = number.First, TriggerEnd = view.Chunks[at + 2].End, Rule = Id, Whole = whole });
        }

        if (view.KindAt(at + 2) == ChunkKind.Relative && view.WordAt(at + 2) == "whom" && whole.Terms[0].Category is CasualtyCategory.Killed or CasualtyCategory.Injured or CasualtyCategory.KilledOrInjured && IsMore(whole, count.Low ?? 1)
            && IsAntecedent(view, at, whole) && DoesSomething(view, view.SkipRight(at + 3)) && !SaysWho(view, who, out _) && Mentions.FindOf(view, found, number) < 0)
        {
            // "five of whom worked for the paper", "two of whom were still under treatment"
            found.Add(whole with { Counted = null, Victim = new Victim(number), TriggerFirst = number.First, TriggerEnd = view.Chunks[at + 2].End, Rule = Id, Whole = whole });
            return;
        }

        if (view.WordAt(at + 2) == "which" && whole.Counted is not null && IsMore(whole, count.Low ?? 1) && IsAscribed(view, at + 3))
        {
            // "871 deaths since May, 405 of which it dates to the siege"
            found.Add(whole with { Counted = null, Victim = new Victim(number), TriggerFirst = number.First, TriggerEnd = view.Chunks[at + 2].End, Rule = Id, Whole = whole });
            return;
        }

        if (!SaysWho(view, who, out var people) || (view.KindAt(at + 2) == ChunkKind.Relative && who == at + 3 && view.HasOwnVerb(who)) || (count.Low > 1 && people is { IsPlural: false, Person.Singular: "prisoner" or "hostage" or "captive" }))
        {
            return;
        }

        found.Add(whole with { Counted = null, Victim = new Victim(number, people), TriggerFirst = number.First, TriggerEnd = people.End, Rule = Id, Whole = whole });
        if (view.KindAt(who + 1) == ChunkKind.Coordinator && view.NounAt(who + 2) is { Count: not null, Person: not null } more && !view.HasOwnVerb(who + 2))
        {
            // "five of them children and two women"
            found.Add(whole with { Counted = null, Victim = new Victim(more), TriggerFirst = more.First, TriggerEnd = more.End, Rule = Id, Whole = whole });
        }
    }

    /// <summary>Whoever counts them says of some when, where or by whom they came about: "which it attributes to shelling", "which occurred in May".</summary>
    private static bool IsAscribed(SentenceView view, int at)
    {
        var verb = view.NounAt(at) is { IsPronoun: true } || view.NounAt(at)?.Organization is not null ? at + 1 : at;
        return view.VerbAt(view.SkipRight(verb)) is { IsNegated: false, Modal: < 0, Casualty: null, Verb.Lemma: "attribute" or "date" or "blame" or "trace" or "link" or "ascribe" or "occur" or "happen" }
            || (verb > at && view.NounAt(verb) is { Count: null, Determiner: 0 } both && both.First == both.Head && view.Article.Tokens[both.Head].Word.Verb?.Lemma is "date" or "blame" or "trace" or "link" && view.KindAt(verb + 1) == ChunkKind.Preposition);
    }

    /// <summary>Those right before the comma, or what befell them there: "killed by ten gunmen, three of whom" are three gunmen.</summary>
    private static bool IsAntecedent(SentenceView view, int at, CasualtyMention whole)
    {
        var comma = at - 1;
        if (view.KindAt(comma) != ChunkKind.Comma) return false;
        var phrase = whole.Counted ?? whole.Victim?.Phrase;
        var noun = comma - 1;
        while (view.IsPreposition(noun - 1, "of") && view.NounAt(noun) is not null) noun -= 2;
        return ReferenceEquals(view.NounAt(noun), phrase) || (view.Chunks[comma - 1].End <= whole.TriggerEnd && whole.TriggerFirst > (phrase?.First ?? 0));
    }

    /// <summary>A finite verb that tells more of some of those harmed, and not that no harm befell them or that it has ended.</summary>
    private static bool DoesSomething(SentenceView view, int at) =>
        view.VerbAt(at) is { IsNegated: false, Casualty: null, Modal: < 0, Voice: not (Voice.Ing or Voice.Infinitive), Verb.Lemma: not ("find" or "rescue" or "free" or "release" or "escape" or "survive" or "return" or "recover" or "discharge" or "flee") };

    /// <summary>"757 of them by live fire", "eight of them with burns", "27 of them of thirst".</summary>
    private static bool SaysHow(SentenceView view, int at, CasualtyMention whole) =>
        view.IsPreposition(at, "by")
        || (view.IsPreposition(at, "with") && view.NounAt(at + 1) is { } wounds && Wounds.Are(view, wounds) && whole.Terms[0].Category == CasualtyCategory.Injured)
        || (view.IsPreposition(at, "of") && view.NounAt(at + 1) is { Count: null, Person: null } && whole.Terms[0].Category == CasualtyCategory.Killed);

    /// <summary>"a third of them children", "more than half of whom were women": some of them, however many.</summary>
    private void ReadShare(SentenceView view, int at, NounPhrase share, CasualtyMention whole, List<CasualtyMention> found)
    {
        if (SaysWho(view, view.KindAt(at + 2) == ChunkKind.Relative && view.IsPlainly(at + 3) ? at + 4 : at + 3, out var people))
        {
            found.Add(whole with { Counted = null, Victim = new Victim(share, people), TriggerFirst = share.First, TriggerEnd = people.End, Rule = Id, Whole = whole });
        }
    }

    /// <summary>"40 of them in Mosul", "three of them since Monday", "one of them in the head": where, when or how it was, and no verb of their own.</summary>
    private static bool StandsWhereOrWhen(SentenceView view, int at) =>
        (view.WordAt(at) is "while" or "when" && view.VerbAt(at + 1) is { Voice: Voice.Ing })
        || view.KindAt(at) is ChunkKind.Preposition or ChunkKind.Subordinator && view.WordAt(at) is "in" or "at" or "on" or "near" or "during" or "since" or "over" or "within" or "outside" or "from" or "into" or "to" or "inside" or "across" or "beyond" or "along" or "under" or "over"
        && (view.NounAt(at + 1) is { } where ? view.Article.Tokens[where.Head].Word.CasualtyNoun is null : view.Article.Tokens[view.Chunks[at].End] is var time && (time.Is(WordClass.Month) || time.Kind == TokenKind.Number))
        && view.VerbAt(view.OverPhrases(at + 2)) is null;

    /// <summary>"935 people, of whom 38 were children and 132 were women": each number, and who they were.</summary>
    private void ReadOfWhom(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (!view.IsPreposition(at, "of") || view.KindAt(at + 1) != ChunkKind.Relative)
        {
            return;
        }

        if (view.NounAt(at + 2) is { IsElliptic: true, Count.Relation: CountRelation.Exactly } some && StandsWhereOrWhen(view, at + 3) && view.WordAt(at + 1) == "whom" && Whole(view, at, found, some.Count.Low ?? 1) is { } many)
        {
            // "400 killed, of whom 150 at the port"
            found.Add(many with { Counted = null, Victim = new Victim(some), TriggerFirst = some.First, TriggerEnd = view.Chunks[at + 3].End, Rule = Id, Whole = many });
            return;
        }

        if (!view.IsPlainly(at + 3) || Whole(view, at, found) is not { } whole)
        {
            return;
        }

        for (var next = at + 2; view.NounAt(next) is { Count.Relation: not CountRelation.Unquantified } number;)
        {
            var who = view.IsPlainly(next + 1) ? next + 2 : next;

            // "of which 131 were those of children"
            who = view.WordAt(who) == "those" && view.IsPreposition(who + 1, "of") ? who + 2 : who;
            if (!(who > next ? number.IsElliptic : number.Person is not null) || (who > next && !SaysWho(view, who, out _)))
            {
                return;
            }

            var people = view.NounAt(who)!;
            found.Add(whole with { Counted = null, Victim = who > next ? new Victim(number, people) : new Victim(number), TriggerFirst = number.First, TriggerEnd = people.End, Rule = Id, Whole = whole });
            for (next = who + 1; view.KindAt(next) is ChunkKind.Comma or ChunkKind.Coordinator;) next++;
            if (next == who + 1) return;
        }
    }

    /// <summary>"children", "Kenyans", "under 18": who some of them are.</summary>
    private static bool SaysWho(SentenceView view, int at, [NotNullWhen(true)] out NounPhrase? people)
    {
        people = view.NounAt(at);
        return people is { Count: null } && (people.Person is not null || view.Article.Tokens[people.Head].Word.AdjectiveKind == "age" || view.Article.Tokens[people.Head].Is(WordClass.Demonym | WordClass.PeopleName));
    }

    /// <summary>"Six others were wounded, one critically", "eleven wounded, of whom two seriously", "31 wounded (four critically)", "five were in hospital, one in critical condition".</summary>
    private void ReadHowBadly(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is { IsElliptic: true, Count: { Relation: CountRelation.Exactly } } number && (view.KindAt(at - 1) is ChunkKind.Comma or ChunkKind.Open || (view.KindAt(at - 1) == ChunkKind.Relative && view.IsPreposition(at - 2, "of"))) && view.KindAt(at + 1) == ChunkKind.Adverb
            && view.WordAt(at + 1) is "critically" or "seriously" or "severely" or "badly" or "gravely" && view.KindAt(at + 2) is ChunkKind.Stop or ChunkKind.Comma or ChunkKind.Close or ChunkKind.Other
            && view.VerbAt(at + 2) is null && Whole(view, at, found) is { } whole && whole.Terms[0].Category == CasualtyCategory.Injured)
        {
            found.Add(whole with { Counted = null, Victim = new Victim(number), TriggerFirst = number.First, TriggerEnd = view.Chunks[at + 1].End, Rule = Id, Whole = whole });
        }
    }

    /// <summary>The mention whose victims or words stand nearest before; else the sentence's first.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="at">Where the part stands.</param>
    /// <param name="found">What has been read so far.</param>
    /// <param name="least">It has to be more than so many, where it tells how many: "wounded a driver and seven guards, three of them gravely".</param>
    private static CasualtyMention? Whole(SentenceView view, int at, List<CasualtyMention> found, long least = 0)
    {
        var position = view.Chunks[at].First;
        CasualtyMention? whole = null;
        foreach (var mention in Mentions.OfSentence(view, found))
        {
            if (mention.First < position && (mention.Whole is null || mention.Whole.Sentence < view.Index) && !mention.IsNegated && !(mention.Victim is { } nobody && Mentions.AreNone(view, nobody.Phrase)) && IsMore(mention, least) && (whole is null || mention.First >= whole.First))
            {
                whole = mention;
            }
        }

        return whole;
    }

    private static bool IsMore(CasualtyMention mention, long least) => least == 0
        || ((mention.Counted ?? mention.Victim!.Phrase) is var phrase && (phrase.Count is { } count ? count.High is not { } most || most > least : phrase.IsPlural || phrase.Person is { IsCollective: true }));
}
