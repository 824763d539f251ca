using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Among the dead were three children", "the wounded include a nurse": people inside a toll told elsewhere.</summary>
internal sealed partial class AmongTheDeadRule : CasualtyRule
{
    public override string Id => "casualties.among-the-dead";

    public override string Summary => "People who are said to be among the dead or the wounded.";

    public override string Example => "Among the dead were three children.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup, ChunkKind.NounPhrase, ChunkKind.Adjective];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (ReadThose(view, at, found))
        {
            return;
        }

        if ((at == 0 || view.KindAt(at - 1) == ChunkKind.Stop || (at == 1 && view.KindAt(0) == ChunkKind.Quote)) && ReadWere(view, at, found))
        {
            return;
        }

        if (ReadOnly(view, at, found))
        {
            return;
        }

        if (view.IsPreposition(at - 1, "of") && view.NounAt(at) is { Count: null } deaths && (deaths.Determiner & (WordClass.Article | WordClass.Determiner)) != 0 && view.Article.Tokens[deaths.Head].Word is { IsPlural: true, CasualtyNoun: { Frame: CasualtyFrame.Count } died }
            && view.NounAt(at - 2) is { IsElliptic: true, Count: { Relation: not CountRelation.Unquantified } share } some && view.WordAt(at - 3) is not ("but" or "how"))
        {
            // "drones caused 58 of the deaths and 272 of the injuries"
            found.Add(Mention(view, new Harmed(some.First, deaths.End, [died])) with { Victim = new Victim(some), Whole = Wholes.Of(found, view.Index, share, died.Category) });
            return;
        }

        if (view.NounAt(at) is { IsPronoun: true, IsPlural: true } && view.IsPreposition(at - 1, "of"))
        {
            ReadOfThem(view, at, found);
            return;
        }

        if (view.NounAt(at) is { IsPronoun: true } && view.WordAt(at) is "them" && view.IsPreposition(at - 1, "among") && view.SkipLeft(at - 2) is var were && view.VerbAt(were) is { IsAuxiliaryOnly: true, IsNegated: false } && view.SubjectOf(were) is >= 0 and var member
            && view.NounAt(member) is { IsPronoun: false } someone && Wholes.Of(found, view.Index, someone.Count, null) is { } all && all.Sentence >= view.Index - 1)
        {
            // "96 people had died and a doctor was among them"; but "police arrested 30 men and a priest was among them"
            var members = view.Coordinated(member, leftwards: true).ToList();
            members.RemoveRange(0, members.FindLastIndex(one => view.VerbAt(view.SkipLeft(one - 1)) is { Reporting: null }) + 1);
            Mentions.Add(view, members, Mention(view, new Harmed(view.Chunks[at].First, view.Chunks[at].End, all.Terms)) with { Whole = all }, found);
            return;
        }

        if (at == 1 && view.NounAt(1) is { IsPronoun: true } && view.IsPreposition(0, "among") && view.WordAt(1) is "them" or "these" && IsLinking(view.VerbAt(2)) && view.NounAt(view.SkipRight(3)) is { } first
            && Wholes.Of(found, view.Index, first.Count, null) is { } told && told.Sentence >= view.Index - 1)
        {
            // "Among them were five children": among those told just before.
            Add(view, Named(view, view.NounAt(1)!, view.SkipRight(3)), new Harmed(view.Chunks[1].First, view.Chunks[1].End, told.Terms), found);
            return;
        }

        if (view.NounAt(at) is { IsElliptic: true, Count: { } many } those && (those.Determiner & WordClass.Article) != 0 && view.IsPreposition(at - 1, "of") && view.SkipRight(at + 1) is var link && IsLinking(view.VerbAt(link)) && view.NounAt(view.SkipRight(link + 1)) is { Count: null, Person: not null } && Told(view, many, found) is { } toldOf)
        {
            // "Two of the nine were paramedics"
            ReadNumberOf(view, at, link, new Harmed(those.First, those.End, toldOf.Terms), found);
            return;
        }

        if (view.KindAt(at) == ChunkKind.Adjective && view.IsPreposition(at - 1, "among") && view.Article.Tokens[view.Chunks[at].First].Word.Casualty is { Frame: CasualtyFrame.Predicate } term)
        {
            ReadGroup(view, at, at, new Harmed(view.Chunks[at].First, view.Chunks[at].End, [term]), found);
            return;
        }

        if (view.NounAt(at) is not { } phrase || ((phrase.Determiner & WordClass.Article) == 0 && !view.IsPreposition(at - 1, "among")) || phrase.Count is not null || Terms(view, phrase, found) is not { } terms)
        {
            return;
        }

        var verb = view.SkipRight(at + 1);
        if (view.VerbAt(verb) is { Voice: Voice.Passive, Verb.Lemma: "identify" or "name" } && view.IsPreposition(verb + 1, "as") && view.NounAt(verb + 2) is not null)
        {
            // "the victims were identified as …": those told before, by their names.
            Add(view, Named(view, phrase, verb + 2), new Harmed(phrase.Head, phrase.Head + 1, terms), found);
            return;
        }

        if (view.IsPreposition(at + 1, "as") && view.NounAt(at + 2) is { HasName: true } && view.VerbAt(view.SkipLeft(at - 1)) is { Voice: not Voice.Passive, IsNegated: false, Verb.Lemma: "identify" or "name" } namer && !view.Article.Words(namer.First, namer.End).Contains("ly ", StringComparison.Ordinal) && view.KindAt(view.At(namer.First) - 1) != ChunkKind.Adverb)
        {
            // "Police identified the dead as …"
            Add(view, Named(view, phrase, at + 2), new Harmed(phrase.Head, phrase.Head + 1, terms), found);
            return;
        }

        if (view.KindAt(at + 1) == ChunkKind.Comma && view.KindAt(at - 1) != ChunkKind.Preposition && (view.NounAt(at + 2) is { Count: not null, Person: not null }
            || (view.NounAt(at + 2) is { IsPlural: false, Determiner: not 0, Person.IsCollective: false } && view.KindAt(at + 3) == ChunkKind.Coordinator && view.NounAt(at + 4) is { IsPlural: false, Person.IsCollective: false } && view.KindAt(at + 5) == ChunkKind.Comma)))
        {
            // "The victims, five boys and four girls, were …", "The victims, a farmer and his nephew, had …"
            Add(view, view.Coordinated(at + 2, leftwards: false), new Harmed(phrase.Head, phrase.Head + 1, terms), found);
            return;
        }

        ReadGroup(view, at, at, new Harmed(phrase.Head, phrase.Head + 1, terms), found);
    }

    /// <summary>"Among those killed were two medics", "among those who died", "Of the priests murdered, one was the rector".</summary>
    private bool ReadThose(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { IsNegated: false, Modal: < 0, Casualty: { } fate } own && (fate.Frame == CasualtyFrame.Subject || own.Voice == Voice.Passive) && view.KindAt(at - 1) == ChunkKind.Relative && view.WordAt(at - 2) == "those" && view.KindAt(at - 3) == ChunkKind.Preposition)
        {
            // "Among those who died were two medics"
            var told = found.Count;
            ReadGroup(view, at - 2, at, new Harmed(view.Chunks[at - 2].First, own.End, [fate]), found);
            return found.Count > told;
        }

        if (view.VerbAt(at) is not { Voice: Voice.BareParticiple, Casualty: { Frame: CasualtyFrame.Object } term } || view.NounAt(at - 1) is not { Count: null } those
            || !(view.IsPreposition(at - 2, "among") || view.IsPreposition(at - 2, "of") || view.WordAt(at - 1) == "those"))
        {
            return false;
        }

        var before = found.Count;
        ReadGroup(view, at - 1, at, new Harmed(those.First, view.Chunks[at].End, [term]), found);
        return found.Count > before;
    }

    /// <summary>"A girl and her grandmother were the only fatalities": all there were, so no part.</summary>
    private bool ReadOnly(SentenceView view, int at, List<CasualtyMention> found)
    {
        var verb = view.SkipLeft(at - 3);
        if (view.WordAt(at - 1) != "only" || view.WordAt(at - 2) != "the" || view.NounAt(at) is not { Count: null, Person: null } phrase || !view.IsPlainly(verb) || view.SubjectOf(verb) is not (>= 0 and var subject) || Harm(view.Article.Tokens[phrase.Head].Word) is not { } term)
        {
            return false;
        }

        var before = found.Count;
        Mentions.Add(view, view.Coordinated(subject, leftwards: true), Mention(view, new Harmed(phrase.Head, phrase.End, [term])), found);
        return found.Count > before;
    }

    /// <summary>"the dead", "the fatalities": what happened to those whom a word counts.</summary>
    private static CasualtyTerm? Harm(Word word) =>
        word.Casualty is { Frame: CasualtyFrame.Predicate or CasualtyFrame.Object } harm ? harm : word.CasualtyNoun is { Frame: CasualtyFrame.Count, Category: CasualtyCategory.Killed or CasualtyCategory.KilledOrInjured } counted ? counted : null;

    /// <summary>The people said to be in a group that stands at chunks [first, last].</summary>
    private void ReadGroup(SentenceView view, int first, int last, Harmed group, List<CasualtyMention> found)
    {
        // "12 of the dead in Gaza were members"
        var verb = view.SkipRight(view.KindAt(last + 1) == ChunkKind.Preposition && view.WordAt(last + 1) is "in" or "at" or "from" or "on" ? view.OverPhrase(last + 1) : last + 1);
        if (view.KindAt(verb) == ChunkKind.Comma && view.VerbAt(verb + 2) is { Reporting: not null, Voice: Voice.Active or Voice.BareParticiple } && view.NounAt(verb + 1) is not null && view.KindAt(verb + 3) == ChunkKind.Comma)
        {
            // "Among the dead, it says, are"
            verb = view.SkipRight(verb + 4);
        }

        if (view.IsPreposition(first - 1, "of") && view.KindAt(verb) == ChunkKind.Coordinator && view.NounAt(verb + 1) is { IsElliptic: true, Count: not null } && view.IsPreposition(verb + 2, "of") && view.NounAt(verb + 3) is not null)
        {
            // "19 of the killed and 78 of the injured were children"
            verb = view.SkipRight(verb + 4);
        }

        var behind = view.SkipRight(verb + 1);
        if (ReadShareOf(view, first, verb, group, found))
        {
            return;
        }

        if (view.IsPreposition(first - 1, "of"))
        {
            ReadNumberOf(view, first, verb, group, found);
        }
        else if (IsLinking(view.VerbAt(verb)) && view.NounAt(behind) is not null)
        {
            if (view.KindAt(verb + 1) != ChunkKind.Adverb || view.NounAt(behind) is not { Count: null, IsPlural: true })
            {
                Add(view, Named(view, view.NounAt(first), behind), group, found);
            }

            var included = view.SkipRight(view.KindAt(behind + 1) == ChunkKind.Comma ? behind + 2 : behind + 1);
            if (view.KindAt(included) == ChunkKind.Coordinator && view.VerbAt(included + 1) is { Verb.Lemma: "include", IsNegated: false } && view.NounAt(included + 2) is not null)
            {
                // "The dead were mostly men, but included five women"
                Add(view, Named(view, view.NounAt(first), included + 2), group, found);
            }
        }
        else if (view.IsPreposition(first - 1, "among") && first == 2 && view.NounAt(0) is { Count: not null })
        {
            // "Eight soldiers among dead in Mali ambush"
            Add(view, [0], group, found);
        }
        else if (view.IsPreposition(first - 1, "among") && view.NounAt(first - 2) is { Count: not null } && IsLinking(view.VerbAt(view.SkipLeft(first - 3))) && view.WordAt(view.SkipLeft(first - 3)) == "there")
        {
            // "There were three children among the dead"
            Add(view, [first - 2], group, found);
        }
        else if (view.IsPreposition(first - 1, "among") && IsLinking(view.VerbAt(view.SkipLeft(first - 2))) && view.SubjectOf(view.SkipLeft(first - 2)) is var subject and >= 0)
        {
            Add(view, view.Coordinated(subject, leftwards: true), group, found);
        }
    }

    /// <summary>Those named or counted behind the verb; "the victims were farmers" says who they were, not how many.</summary>
    private static List<int> Named(SentenceView view, NounPhrase? group, int behind) =>
        [.. view.Coordinated(behind, leftwards: false).Where(victim => group?.Person is null || view.NounAt(victim) is not { Count: null, IsPlural: true })];

    private static bool IsLinking(VerbGroup? verb) => verb is { IsAuxiliaryOnly: true } or { Verb.Lemma: "include" or "comprise" };

    /// <summary>"the dead" by their own word; "the victims" by what was told last.</summary>
    private static IReadOnlyList<CasualtyTerm>? Terms(SentenceView view, NounPhrase phrase, List<CasualtyMention> found)
    {
        ref readonly var head = ref view.Article.Tokens[phrase.Head];
        if (Trigger.Inside(view.Article, phrase) is { } done)
        {
            // "the wounded reporters are …"
            return [done];
        }

        if (phrase.Person is null)
        {
            return head.Word.Casualty is { Frame: CasualtyFrame.Predicate or CasualtyFrame.Object or CasualtyFrame.Attribute } term ? [term] : null;
        }

        return phrase.Person.Singular == "victim" && phrase.IsPlural && found.Count > 0 ? Worst(found).Terms : null;
    }

    /// <summary>"the victims" of a passage that tells of dead and wounded are the dead.</summary>
    private static CasualtyMention Worst(List<CasualtyMention> found)
    {
        for (var index = found.Count - 1; index >= 0 && found[index].Sentence >= found[^1].Sentence - 1; index--)
        {
            if (KilledOrWoundedRule.Union(found[index].Terms).Category == CasualtyCategory.Killed)
            {
                return found[index];
            }
        }

        return found[^1];
    }

    private void Add(SentenceView view, IReadOnlyList<int> victims, Harmed group, List<CasualtyMention> found)
    {
        if (victims.Count > 0)
        {
            Mentions.Add(view, victims, Mention(view, group) with { Whole = Wholes.Of(found, view.Index, view.NounAt(victims[0])!.Count, group.Terms[0].Category) }, found);
        }
    }

    private CasualtyMention Mention(SentenceView view, Harmed group) => new()
    {
        Sentence = view.Index,
        TriggerFirst = group.First,
        TriggerEnd = group.End,
        Terms = group.Terms,
        Rule = Id,
    };

    /// <summary>"the dead", "those killed": tokens [First, End), and what happened to them.</summary>
    private readonly record struct Harmed(int First, int End, IReadOnlyList<CasualtyTerm> Terms);
}
