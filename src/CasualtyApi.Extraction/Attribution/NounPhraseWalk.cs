using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Walks a noun phrase with what hangs behind it: "officials [of the ministry] [in Kyiv]", "a report [released by the army]".</summary>
internal static class NounPhraseWalk
{
    private const int Farthest = 24;

    /// <summary>The unit of the first noun phrase of the chain whose last unit is given, or −1 where that one hangs on a verb.</summary>
    public static int HeadOf(Passage passage, int last)
    {
        var unit = last;
        while (unit > last - Farthest && Before(passage, unit) is { } before)
        {
            unit = before;
        }

        return passage.Is(unit - 1, ChunkKind.Preposition) && passage.Word(unit - 1) != "as" ? -1 : unit;
    }

    /// <summary>The unit behind a noun phrase and its prepositional complements.</summary>
    public static int EndOf(Passage passage, int unit)
    {
        var end = unit + 1;
        while (passage.Is(end, ChunkKind.Preposition) && passage.Noun(end + 1) is not null && end < unit + Farthest
            && passage.Word(end) is "of" or "for" or "in" or "from" or "at" or "with" or "to" or "on")
        {
            end += 2;
        }

        return end;
    }

    /// <summary>The unit behind a noun phrase and what it is "of" or "for": "the cost of the wall" before "at".</summary>
    public static int HeadEndOf(Passage passage, int unit)
    {
        var end = unit + 1;
        while (passage.Word(end) is "of" or "for" or "in" && passage.Is(end, ChunkKind.Preposition) && passage.Noun(end + 1) is not null && end < unit + Farthest)
        {
            end += 2;
        }

        return end;
    }

    /// <summary>The noun phrase that the one at a unit hangs on.</summary>
    private static int? Before(Passage passage, int unit)
    {
        var at = unit - 1;
        if (passage.Is(at, ChunkKind.Preposition))
        {
            at--;
            at -= passage.Is(at, ChunkKind.Preposition) ? 1 : 0;

            // "in Virginia and around the country".
            at -= passage.Is(at, ChunkKind.Coordinator) && passage.Noun(at - 1) is not null && passage.Is(at - 2, ChunkKind.Preposition) ? 1 : 0;
            if (passage.Noun(at) is { } noun && !passage.Article.Tokens[noun.Head].Is(WordClass.Weekday | WordClass.Month))
            {
                return at;
            }

            at -= passage.Noun(at) is not null || passage.Is(at, ChunkKind.Adjective) || passage.Is(at, ChunkKind.Adverb) ? 1 : 0;
            at -= passage.Is(at, ChunkKind.Preposition) && passage.Verb(at - 1) is not null ? 1 : 0;
            return passage.Noun(at) is not null && passage.Is(at + 1, ChunkKind.Adjective) ? at : Participle(passage, at, byAgent: passage.Word(unit - 1) == "by");
        }

        return Participle(passage, at, byAgent: false);
    }

    /// <summary>"officials briefed", "the assessment made", "a woman carrying [a child]": a participle right behind its noun; not one that an assertion follows ("people saying [the army …]").</summary>
    private static int? Participle(Passage passage, int at, bool byAgent) =>
        passage.Verb(at) is { } verb && (verb.Voice is Voice.Ing or Voice.BareParticiple || passage.Word(at) == "being") && (byAgent || verb.Reporting is null || (verb.Voice == Voice.Ing && (verb.Reporting.IsWeak || !verb.Reporting.TakesClause)))
            && passage.Noun(at - 1) is not null && (byAgent || !passage.IsFinite(at))
            ? at - 1
            : null;
}
