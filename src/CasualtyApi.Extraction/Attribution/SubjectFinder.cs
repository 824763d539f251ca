using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Finds the subject of a verb by walking left from it: over adverbs, appositions and relative clauses, from the last noun of
/// "a spokesman for the ministry" to its first, and from a second verb ("visited Kyiv and said") to the first one's subject.
/// </summary>
internal static class SubjectFinder
{
    /// <summary>How many units an apposition or a relative clause may have.</summary>
    private const int Farthest = 40;

    private const int MostJoined = 12;

    /// <summary>How many earlier verbs are asked for a subject.</summary>
    private const int MostVerbs = 6;

    public static SpeakerPhrase? Before(Passage passage, int verb)
    {
        var at = OverTime(passage, OverAdverbs(passage, verb - 1));
        if (passage.Verb(verb) is { Voice: Voice.Infinitive })
        {
            return OfEarlierVerb(passage, verb);
        }

        if (passage.Verb(verb) is { Voice: Voice.Ing })
        {
            return OfParticiple(passage, verb, at);
        }

        if (at < 0 || passage.IsQuotation(at))
        {
            return at < 0 ? null : OfEarlierVerb(passage, verb);
        }

        if (passage.Noun(at) is not null)
        {
            return EndingAt(passage, at);
        }

        if (passage.Is(at, ChunkKind.Relative))
        {
            return Antecedent(passage, at);
        }

        if (passage.Is(at, ChunkKind.Comma) || passage.Is(at, ChunkKind.Dash) || passage.Is(at, ChunkKind.Close))
        {
            return BeforeInsertion(passage, at) ?? OfEarlierVerb(passage, verb);
        }

        return passage.Is(at, ChunkKind.Coordinator) || passage.Verb(at) is not null ? OfEarlierVerb(passage, verb) : null;
    }

    /// <summary>The noun phrase, coordination and all, whose last unit stands at <paramref name="last"/>.</summary>
    public static SpeakerPhrase? EndingAt(Passage passage, int last)
    {
        var unit = passage.Noun(last) is null ? -1 : NounPhraseWalk.HeadOf(passage, last);
        if (unit < 0)
        {
            return null;
        }

        var end = passage.Is(last - 1, ChunkKind.Preposition) && last - 1 > unit && SpeakerTest.IsTime(passage.Article, passage[last].Noun!) ? last - 1 : last + 1;
        var parts = new List<SpeakerPart> { new(passage[unit].Noun!, unit, end) };
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
            parts.Add(new SpeakerPart(passage[next].Noun!, next, end));
        }

        return Make(passage, parts);
    }

    public static int OverAdverbs(Passage passage, int at)
    {
        while (passage.Is(at, ChunkKind.Adverb))
        {
            at--;
        }

        return at;
    }

    /// <summary>"Smith just this month said", "Smith Monday said".</summary>
    private static int OverTime(Passage passage, int at)
    {
        if (at < 1 || passage.Noun(at) is not { } time || !SpeakerTest.IsTime(passage.Article, time))
        {
            return at;
        }

        var before = OverAdverbs(passage, at - 1);
        return passage.Noun(before) is not null ? before : at;
    }

    private static SpeakerPhrase Make(Passage passage, List<SpeakerPart> parts) =>
        new(parts[0].Unit, parts[^1].EndUnit, parts, passage[parts[0].Unit].First, passage[parts[^1].EndUnit - 1].End);

    /// <summary>", stating": the subject of the clause before; at a sentence's beginning that of the clause behind.</summary>
    private static SpeakerPhrase? OfParticiple(Passage passage, int verb, int before)
    {
        if (before < 0)
        {
            return BehindFronted(passage, verb);
        }

        // "people saying", "a statement saying": what stands right before it says it.
        return passage.Noun(before) is not null && before == verb - 1 && !FollowsVerb(passage, before) ? EndingAt(passage, before) : OfEarlierVerb(passage, verb);
    }

    /// <summary>"Claiming victory, Smith left": the subject behind the comma.</summary>
    private static SpeakerPhrase? BehindFronted(Passage passage, int verb)
    {
        for (var at = verb + 1; at < passage.Count && at < verb + Farthest; at++)
        {
            if (passage.Is(at, ChunkKind.Comma) && passage.Noun(at + 1) is not null && ComplementReader.IsClauseAt(passage, at + 1))
            {
                return BeginningAt(passage, at + 1);
            }
        }

        return null;
    }

    private static bool FollowsVerb(Passage passage, int noun)
    {
        var head = NounPhraseWalk.HeadOf(passage, noun);
        return head > 0 && passage.Verb(OverAdverbs(passage, head - 1)) is { Reporting: null } && passage[noun].Noun is { Person: null, HasName: false, Organization: null } phrase
            && !passage.Article.Tokens[phrase.Head].Is(WordClass.ReportingNoun);
    }

    /// <summary>
    /// "The captain said the ship was lost, adding": of the earlier verbs the nearest that reports, else the first; where
    /// neither has a subject that speaks, the nearest verb's.
    /// </summary>
    private static SpeakerPhrase? OfEarlierVerb(Passage passage, int verb)
    {
        SpeakerPhrase? nearest = null;
        var at = passage.FiniteBefore(verb);
        for (var tried = 0; at >= 0 && tried < MostVerbs; tried++, at = passage.FiniteBefore(at))
        {
            var subject = passage.SubjectOf(at) ?? Inverted(passage, at);
            if (subject is not null && (passage.Verb(at)!.Reporting is not null || passage.FiniteBefore(at) < 0) && SpeakerTest.CanSpeak(passage.Article, subject.Main.Noun))
            {
                return subject;
            }

            nearest ??= subject;
        }

        return nearest;
    }

    /// <summary>“…,” said Smith, adding: the earlier verb's subject stands behind it.</summary>
    private static SpeakerPhrase? Inverted(Passage passage, int verb) =>
        passage.Verb(verb)?.Reporting is not null && passage.Noun(verb + 1) is { } noun && SpeakerTest.CanSpeak(passage.Article, noun)
            ? BeginningAt(passage, verb + 1)
            : null;

    private static SpeakerPhrase? Antecedent(Passage passage, int relative)
    {
        var at = relative - 1;
        at = passage.Is(at, ChunkKind.Preposition) ? at - 1 : at;
        if (passage.Is(at, ChunkKind.Comma))
        {
            return passage.Noun(at - 1) is not null ? EndingAt(passage, at - 1) : BeforeInsertion(passage, at);
        }

        return passage.Noun(at) is not null ? EndingAt(passage, at) : null;
    }

    /// <summary>"Smith, a spokesman for the ministry, said", "Smith (45) said", "Smith — who was there — said".</summary>
    private static SpeakerPhrase? BeforeInsertion(Passage passage, int close)
    {
        var opener = passage[close].Chunk!.Kind == ChunkKind.Close ? ChunkKind.Open : passage[close].Chunk!.Kind;
        for (var at = close - 1; at > 0 && at > close - Farthest; at--)
        {
            if (passage.IsQuotation(at) || passage.Is(at, ChunkKind.Stop))
            {
                return null;
            }

            if (passage.Is(at, opener) && passage.Noun(at - 1) is not null && BeginsInsertion(passage, at + 1))
            {
                return Named(passage, at) ?? EndingAt(passage, at - 1);
            }
        }

        return null;
    }

    /// <summary>Of "Smith, 45, a farmer, said" the name and not the age.</summary>
    private static SpeakerPhrase? Named(Passage passage, int comma)
    {
        var before = comma - 2;
        while (before > 0 && passage.Is(before, ChunkKind.Comma) && passage.Noun(before - 1) is not null && before > comma - 12)
        {
            if (passage[before - 1].Noun is { HasName: true } && passage[before + 1].Noun is { HasName: false })
            {
                return EndingAt(passage, before - 1);
            }

            before -= 2;
        }

        return null;
    }

    private static bool BeginsInsertion(Passage passage, int unit) =>
        passage[unit].Chunk?.Kind is ChunkKind.NounPhrase or ChunkKind.Relative or ChunkKind.Preposition or ChunkKind.Subordinator or ChunkKind.Adverb
            or ChunkKind.Other or ChunkKind.Adjective
        || passage.Verb(unit) is { Voice: Voice.Ing or Voice.BareParticiple or Voice.Passive };

    /// <summary>Adds what is joined to the phrase at the left; false where the joint joins clauses and not names.</summary>
    private static bool Coordination(Passage passage, int unit, List<SpeakerPart> parts)
    {
        var at = unit;
        var coordinated = false;
        while (parts.Count < MostJoined && JoinedBefore(passage, at, coordinated) is { } last)
        {
            var head = NounPhraseWalk.HeadOf(passage, last);
            if (head < 0)
            {
                return false;
            }

            parts.Insert(0, new SpeakerPart(passage[head].Noun!, head, last + 1));
            at = head;
            coordinated = true;
        }

        var before = OverAdverbs(passage, at - 1);
        return !coordinated || before < 0 || passage.IsQuotation(before)
            || passage[before].Chunk!.Kind is ChunkKind.Comma or ChunkKind.Subordinator or ChunkKind.Stop or ChunkKind.Coordinator or ChunkKind.Colon or ChunkKind.Dash
            || passage.Word(before) is "that";
    }

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
