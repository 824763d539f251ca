using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Reads a speaker's words from their last unit to the left, or from their first to the right, joined ones included.</summary>
internal static class SpeakerPhrases
{
    private const int MostJoined = 12;

    /// <summary>The noun phrase, coordination and all, whose last unit stands at <paramref name="last"/>.</summary>
    public static SpeakerPhrase? EndingAt(Passage passage, int last)
    {
        var unit = passage.Noun(last) is null ? -1 : NounPhraseWalk.HeadOf(passage, last);
        if (unit < 0)
        {
            return null;
        }

        var end = passage.Is(last - 1, ChunkKind.Preposition) && last - 1 > unit && SpeakerTest.IsTime(passage.Article, passage.Noun(last)!) ? last - 1 : last + 1;
        var parts = new List<SpeakerPart> { new(passage.Noun(unit)!, unit, end) };
        var joined = Coordination(passage, unit, parts);
        return Make(passage, joined ? parts : parts[^1..]);
    }

    /// <summary>The noun phrase that begins at a unit, with what is joined to it by "and".</summary>
    public static SpeakerPhrase? BeginningAt(Passage passage, int unit)
    {
        if (passage.Noun(unit) is not { } noun)
        {
            return null;
        }

        var end = NounPhraseWalk.EndOf(passage, unit);
        var parts = new List<SpeakerPart> { new(noun, unit, end) };
        while (parts.Count < MostJoined && NextJoined(passage, end) is { } next)
        {
            end = NounPhraseWalk.EndOf(passage, next);
            parts.Add(new SpeakerPart(passage.Noun(next)!, next, end));
        }

        return Make(passage, parts);
    }

    private static SpeakerPhrase Make(Passage passage, List<SpeakerPart> parts) =>
        new(parts[0].Unit, parts[^1].EndUnit, parts, passage[parts[0].Unit].First, passage[parts[^1].EndUnit - 1].End);

    /// <summary>Adds what is joined to the phrase at the left; false where the joint joins clauses and not names.</summary>
    private static bool Coordination(Passage passage, int unit, List<SpeakerPart> parts)
    {
        var at = unit;
        var coordinated = false;
        while (parts.Count < MostJoined && JoinedBefore(passage, at, coordinated) is { } last)
        {
            var head = NounPhraseWalk.HeadOf(passage, last);
            if (coordinated && (head < 0 || passage.Verb(head - 1) is not null || IsWhoWasHarmed(passage, head) || (passage.Is(last + 1, ChunkKind.Comma) && passage.Is(head - 1, ChunkKind.Coordinator))))
            {
                // "killed 30 people, residents and officials said": what hangs on a verb is none of those who speak, nor the last of another list.
                break;
            }

            if (head < 0)
            {
                return false;
            }

            parts.Insert(0, new SpeakerPart(passage.Noun(head)!, head, last + 1));
            at = head;
            coordinated = true;
        }

        var before = SubjectFinder.OverAdverbs(passage, at - 1);
        return !coordinated || before < 0 || passage.IsQuotation(before)
            || passage[before].Kind is ChunkKind.Comma or ChunkKind.Subordinator or ChunkKind.Stop or ChunkKind.Coordinator or ChunkKind.Colon or ChunkKind.Dash
            || passage.Word(before) is "that"

            // "said 60 rebels and six farmers were thought to have died"; but "told reporters and residents said".
            || passage.Verb(before)?.Reporting is { Class: not "tell" };
    }

    /// <summary>"many of them children, residents and police said": those of whom something is told.</summary>
    private static bool IsWhoWasHarmed(Passage passage, int head) =>
        (passage.Word(head + 1) == "of" && passage.Noun(head + 2) is { IsPronoun: true }) || (passage.Word(head - 2) == "of" && passage.Noun(head - 1) is { IsPronoun: true });

    private static int? JoinedBefore(Passage passage, int unit, bool coordinated)
    {
        var at = unit - 1;
        var hasCoordinator = passage.Is(at, ChunkKind.Coordinator) && passage.Word(at) is "and" or "or" or "&";
        at -= hasCoordinator ? 1 : 0;
        var hasComma = passage.Is(at, ChunkKind.Comma);
        at -= hasComma ? 1 : 0;
        return (hasCoordinator || (hasComma && coordinated)) && passage.Noun(at) is not null ? at : null;
    }

    private static int? NextJoined(Passage passage, int end)
    {
        var at = end;
        at += passage.Is(at, ChunkKind.Comma) ? 1 : 0;
        at += passage.Is(at, ChunkKind.Coordinator) && passage.Word(at) is "and" or "or" ? 1 : 0;
        return passage.Is(at - 1, ChunkKind.Coordinator) && at > end && passage.Noun(at) is not null && passage.Verb(NounPhraseWalk.EndOf(passage, at)) is null ? at : null;
    }
}
