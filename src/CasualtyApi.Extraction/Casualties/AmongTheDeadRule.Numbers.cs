using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>How many of those harmed were something, or had something more befall them: "six of the dead were policemen", "of these, 223 were children".</summary>
internal sealed partial class AmongTheDeadRule
{
    /// <summary>"Thirty-one were women." behind a sentence, or a semicolon, that tells of more.</summary>
    private bool ReadWere(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { IsElliptic: true, Count: { Relation: not CountRelation.Unquantified } count } number || view.VerbAt(at + 1) is not { IsAuxiliaryOnly: true, IsNegated: false, Modal: < 0 } verb
            || !view.Article.Tokens[verb.Main].Is(WordClass.Be) || view.NounAt(at + 2) is not { Count: null, Determiner: 0, IsPlural: true, Person: not null } people
            || Wholes.Of(found, view.Index, count, null) is not { } whole || whole.Sentence < view.Index - 1)
        {
            return false;
        }

        found.Add(Mention(view, new Harmed(number.First, people.End, whole.Terms)) with { Victim = new Victim(number, people), Whole = whole });
        return true;
    }

    /// <summary>"Five of them were children": of those told just before, whatever happened to them.</summary>
    private void ReadOfThem(SentenceView view, int at, List<CasualtyMention> found)
    {
        var number = view.NounAt(at - 2) is { IsElliptic: true } picked ? picked : BeginsShare(view, at, at + 1) ? view.NounAt(at + 2) : null;
        if (number?.Count is { } count && Wholes.Of(found, view.Index, count, null) is { } whole && whole.Sentence >= view.Index - 1)
        {
            ReadNumberOf(view, at, view.SkipRight(at + 1), new Harmed(view.Chunks[at].First, view.Chunks[at].End, whole.Terms), found);
        }
    }

    /// <summary>"Among the deceased, four hailed from Herat and the remaining three from Kabul": a number, and something else of so many of them.</summary>
    private bool ReadShareOf(SentenceView view, int first, int comma, Harmed group, List<CasualtyMention> found)
    {
        if (!view.IsPreposition(first - 1, "among") || view.KindAt(comma) != ChunkKind.Comma || view.NounAt(comma + 1) is not { IsElliptic: true, Count: { Relation: not CountRelation.Unquantified } count } few || !TellsMore(view, first, view.SkipRight(comma + 2), group)) return false;
        found.Add(Mention(view, group) with { Victim = new Victim(few), TriggerFirst = few.First, TriggerEnd = few.End, Whole = Wholes.Of(found, view.Index, count, group.Terms[0].Category) });
        return true;
    }

    /// <summary>"Six of the dead were policemen"; "Of those killed, 38 were children". "Half of the dead" and "all but one" count nobody.</summary>
    private void ReadNumberOf(SentenceView view, int first, int verb, Harmed group, List<CasualtyMention> found)
    {
        var number = view.NounAt(first - 2) is { IsElliptic: true } ? first - 2 : -1;
        if (number >= 0 && view.KindAt(verb) == ChunkKind.Comma && view.IsPreposition(verb + 1, "including"))
        {
            // "11 of the dead, including three children, were in one tent"
            var close = verb + 2;
            while (view.KindAt(close) is ChunkKind.NounPhrase or ChunkKind.Coordinator or ChunkKind.Preposition) close++;
            verb = view.KindAt(close) == ChunkKind.Comma ? view.SkipRight(close + 1) : verb;
        }

        if (number < 0 && view.KindAt(verb) == ChunkKind.Comma && BeginsShare(view, first, verb))
        {
            number = verb + 1;
            verb = view.SkipRight(number + 1);
        }

        if (view.NounAt(number) is not { IsElliptic: true, Count: { Relation: not CountRelation.Unquantified } count } picked || view.WordAt(number - 1) is "but" or "how" || Victims.IsRatio(view, picked)) return;
        var behind = view.SkipRight(verb + 1);
        var people = IsLinking(view.VerbAt(verb)) && view.NounAt(behind) is { Count: null } named && (named.Person is not null || named.Country is not null) ? named : count is { Low: 1, High: 1 } ? Insertion(view, first, group) : null;
        var isThere = number != first - 2 && IsLinking(view.VerbAt(verb)) && view.KindAt(behind) == ChunkKind.Preposition && view.WordAt(behind) is "in" or "from" or "at" or "near";
        if (people is null && !(((number == first - 2 && count.Low > 1) || isThere) && TellsMore(view, first, verb, group))) return;
        found.Add(Mention(view, group) with
        {
            Victim = people is null ? new Victim(picked) : new Victim(picked, people),
            TriggerFirst = picked.First,
            TriggerEnd = people?.End ?? group.End,
            Whole = Wholes.Of(found, view.Index, count, group.Terms[0].Category),
        });
        if (people is not null && ReferenceEquals(people, view.NounAt(behind))) ReadMore(view, behind, group, found);
    }

    /// <summary>"19 were boys and 12 were girls": each further number of the same, and who they were.</summary>
    private void ReadMore(SentenceView view, int people, Harmed group, List<CasualtyMention> found)
    {
        var whole = found[^1].Whole;
        for (var next = people + 1; view.KindAt(next) is ChunkKind.Coordinator or ChunkKind.Comma; next += 4)
        {
            if (view.NounAt(next + 1) is { Count.Relation: not CountRelation.Unquantified, Person: not null } more && !view.HasOwnVerb(next + 1))
            {
                // "38 of the dead were gunmen, 19 herders and seven troops"
                found.Add(Mention(view, group) with { Victim = new Victim(more), TriggerFirst = more.First, TriggerEnd = more.End, Whole = whole });
                next -= 2;
                continue;
            }

            if (view.NounAt(next + 1) is not { IsElliptic: true, Count.Relation: not CountRelation.Unquantified } number || !IsLinking(view.VerbAt(next + 2)) || view.NounAt(next + 3) is not { Count: null, Person: not null } who)
            {
                return;
            }

            found.Add(Mention(view, group) with { Victim = new Victim(number, who), TriggerFirst = number.First, TriggerEnd = who.End, Whole = whole });
        }
    }

    /// <summary>"One of the dead, a 24-year-old policewoman, was to be married": who that one was; null where the words do not say.</summary>
    private static NounPhrase? Insertion(SentenceView view, int first, Harmed group) =>
        group.Terms[0].Category is CasualtyCategory.Killed or CasualtyCategory.Injured && view.KindAt(first + 1) == ChunkKind.Comma && view.KindAt(first + 3) == ChunkKind.Comma && view.VerbAt(view.SkipRight(first + 4)) is not { Casualty.Frame: CasualtyFrame.Subject }
        && view.NounAt(first + 2) is { IsPlural: false, IsPronoun: false, Count: null } who && (who.HasName || who is { Person.IsCollective: false, Determiner: not 0 }) ? who : null;

    /// <summary>"Five of the injured were taken to hospital", "20 of the dead were under ten": something else of so many of them. Of the missing it may be that they are found.</summary>
    private static bool TellsMore(SentenceView view, int first, int verb, Harmed group) =>
        group.Terms[0].Category is CasualtyCategory.Killed or CasualtyCategory.Injured && view.NounAt(first) is not { IsPronoun: true } && view.KindAt(first - 3) != ChunkKind.Preposition
        && view.VerbAt(verb) is { IsNegated: false, Modal: < 0, Casualty: null } told && !(told.IsAuxiliaryOnly && IsRead(view, view.SkipRight(verb + 1)));

    /// <summary>"are dead", "are critical": other rules read it.</summary>
    private static bool IsRead(SentenceView view, int adjective) =>
        view.KindAt(adjective) == ChunkKind.Adjective && (ConditionRule.IsBad(view, adjective) || view.Article.Tokens[view.Chunks[adjective].First].Word.Casualty is not null);

    /// <summary>"Of these, 223 were children": at the beginning, of a sentence or behind a semicolon.</summary>
    private static bool BeginsShare(SentenceView view, int at, int comma) => (at == 1 || view.KindAt(at - 2) == ChunkKind.Stop) && view.KindAt(comma) == ChunkKind.Comma;

    /// <summary>The last mention of just so many, in this sentence or the two before.</summary>
    private static CasualtyMention? Told(SentenceView view, CountPhrase count, List<CasualtyMention> found) => count.Low > 1
        ? Mentions.Last(view, found, 2).FirstOrDefault(told => (told.Counted ?? told.Victim?.Phrase)?.Count is { Low: { } low, Relation: CountRelation.Exactly } && low == count.Low)
        : null;
}
