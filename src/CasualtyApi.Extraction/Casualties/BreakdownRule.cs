using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"eight people (three soldiers and five civilians)": a count told again by its parts.</summary>
/// <remarks>
/// Between dashes or in brackets a list of parts may be incomplete; behind a comma or a semicolon it is known by its sum.
/// </remarks>
internal sealed class BreakdownRule : CasualtyRule
{
    /// <summary>How many chunks may tell where and when before a mark.</summary>
    private const int FarthestWhole = 9;

    public override string Id => "casualties.breakdown";

    public override string Summary => "The parts of a count, in brackets or between dashes, or in a list whose numbers add up to it.";

    public override string Example => "Eight people (three soldiers and five civilians) were wounded.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.Dash, ChunkKind.Open, ChunkKind.Comma, ChunkKind.Colon, ChunkKind.Stop];

    /// <summary>Reads the parts of mentions that other rules have found; needs no casualty word of its own.</summary>
    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        var isEnclosed = view.KindAt(at) is ChunkKind.Dash or ChunkKind.Open;
        if (!isEnclosed && view.KindAt(at) is not (ChunkKind.Comma or ChunkKind.Colon or ChunkKind.Stop))
        {
            return;
        }

        var first = at + 1;
        while (view.KindAt(first) == ChunkKind.Dash)
        {
            first++;
        }

        if (view.NounAt(first) is null || Whole(view, at, found) is not { } whole || Parts(view, first) is not { Count: > 1 } parts || view.HasOwnVerb(parts[^1])
            || (view.KindAt(at) == ChunkKind.Comma && !AreWithin(view, parts, whole)))
        {
            return;
        }

        var sum = Sum(view, parts);
        var count = (whole.Counted ?? whole.Victim!.Phrase).Count?.Low;
        if (isEnclosed && EndsAt(view, at, whole) && IsExact(whole) ? count is null || sum <= count : sum == count)
        {
            foreach (var part in parts)
            {
                Mentions.AddParts(view, [part], whole with
                {
                    Counted = null,
                    TriggerFirst = view.Chunks[part].First,
                    TriggerEnd = view.Chunks[part].End,
                    Rule = Id,
                    Whole = whole,
                }, found);
            }
        }
    }

    /// <summary>"three women, two children and a doctor" are six people, whatever two and one make.</summary>
    private static bool AreWithin(SentenceView view, List<int> parts, CasualtyMention whole)
    {
        var kind = PartyReader.KindOf(view.Article, whole.Counted ?? whole.Victim!.Who);
        return parts.TrueForAll(part => PartyReader.KindOf(view.Article, view.NounAt(part)!) is var own && (own == PartyKind.People || PartyReader.Union(kind, own) == kind));
    }

    /// <summary>The mention whose count stands right before the mark; before a colon or a semicolon, the last one of the clause.</summary>
    private static CasualtyMention? Whole(SentenceView view, int at, List<CasualtyMention> found)
    {
        var mark = view.Chunks[at].First;
        var isBehindClause = view.KindAt(at) is ChunkKind.Colon or ChunkKind.Stop;
        var phrases = view.KindAt(at) is ChunkKind.Dash or ChunkKind.Open ? BeforePhrases(view, at) : mark;
        var whole = found.FindLastIndex(found.Count - 1, found.Count - Mentions.FirstOf(view, found), mention => mention.Whole is null && mention.Victim is not { Also.Count: > 0 }
            && ((mention.Counted ?? mention.Victim?.Phrase)?.Count is { Relation: CountRelation.Exactly or CountRelation.AtLeast, Low: > 1 } || mention.Victim is { Phrase: { Count: null, IsPlural: true, Determiner: not 0 } })
            && (isBehindClause ? mention.End <= mark : EndsAt(view, at, mention) || (mention.End >= phrases && mention.End <= mark)));
        return whole < 0 ? null : found[whole];
    }

    /// <summary>"eight were killed in Kano on Monday – …": the token that the phrases right before a mark begin with.</summary>
    private static int BeforePhrases(SentenceView view, int mark)
    {
        var at = mark;
        while (at > 0 && at > mark - FarthestWhole && view.KindAt(at - 1) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb)
        {
            at--;
        }

        return view.Chunks[at].First;
    }

    /// <summary>"eight people (three soldiers …)", "eight were killed – three soldiers …": the mark is the next thing; "eight were killed in Kano – …" has to add up.</summary>
    private static bool EndsAt(SentenceView view, int at, CasualtyMention mention) =>
        view.Chunks[at].First is var mark && ((mention.Victim?.End ?? mention.Counted?.End) == mark || (view.KindAt(at) == ChunkKind.Dash && mention.End == mark));

    private static bool IsExact(CasualtyMention mention) => (mention.Counted ?? mention.Victim?.Phrase)?.Count is not { Relation: CountRelation.AtLeast };

    /// <summary>The list's members, each a number of people or one person; nothing where another chunk is no member.</summary>
    private static List<int> Parts(SentenceView view, int first)
    {
        var parts = new List<int>();
        for (var at = first; view.NounAt(at) is { } phrase; at++)
        {
            var isOne = phrase is { Count: null, IsPlural: false, Person.IsCollective: false } && ((phrase.Determiner & WordClass.Article) != 0 || (parts.Count > 0 && (phrase.Determiner & WordClass.Possessive) != 0)) && !phrase.HasName;
            if (!isOne && phrase.Count is not { Relation: CountRelation.Exactly })
            {
                // "a man and a girl, officials said": who stands behind the list and its comma is no member.
                return parts.Count > 1 && view.KindAt(at - 1) == ChunkKind.Comma && view.KindAt(parts[^1] - 1) == ChunkKind.Coordinator ? parts : [];
            }

            parts.Add(at);
            while (view.KindAt(at + 1) == ChunkKind.Preposition && view.WordAt(at + 1) is "from" or "with" or "to" or "of" or "in" && (view.NounAt(at + 2) is { Count: null } || (isOne && view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is { IsElliptic: true })))
            {
                // "two women with wounds to the legs and a man with a concussion", "a man of 64 and a woman of 69"
                at += 2;
            }

            if (view.NounAt(at + 1) is not null)
            {
                // "one of them a child": no two members.
                return [];
            }

            while (view.KindAt(at + 1) is ChunkKind.Comma or ChunkKind.Coordinator)
            {
                at++;
            }
        }

        return parts;
    }

    private static long Sum(SentenceView view, List<int> parts) => parts.Sum(part => view.NounAt(part)!.Count?.Low ?? 1);
}
