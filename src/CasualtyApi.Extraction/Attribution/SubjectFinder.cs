using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Finds the subject of a verb by walking left from it: over adverbs, appositions and relative clauses, from the last noun of
/// "a spokesman for the ministry" to its first, and from a second verb ("visited Kyiv and said") to the first one's subject.
/// </summary>
internal static class SubjectFinder
{
    /// <summary>How far behind a participle its subject may stand.</summary>
    private const int Farthest = 40;

    /// <summary>How long a relative clause may be that is stepped over.</summary>
    private const int MostBetween = 10;

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
            return OfSubordinate(passage, at) ?? OverRelativeClause(passage, at) ?? OverReducedClause(passage, at) ?? SpeakerPhrases.EndingAt(passage, at);
        }

        if (passage.Is(at, ChunkKind.Relative))
        {
            return Antecedent(passage, at);
        }

        if (passage.Is(at, ChunkKind.Comma) || passage.Is(at, ChunkKind.Dash) || passage.Is(at, ChunkKind.Close))
        {
            return Insertion.SubjectBefore(passage, at) ?? OfEarlierVerb(passage, verb);
        }

        return passage.Is(at, ChunkKind.Coordinator) || passage.Verb(at) is not null ? OfEarlierVerb(passage, verb) : null;
    }

    public static int OverAdverbs(Passage passage, int at)
    {
        // "the director himself had said", "a man nearby said"
        while (passage.Is(at, ChunkKind.Adverb) || (passage.Is(at, ChunkKind.Adjective) && passage.Word(at) is "nearby" or "abroad" or "present") || (at > 0 && passage.Word(at) is "himself" or "herself" or "itself" or "themselves"))
        {
            at--;
        }

        return at;
    }

    /// <summary>"Smith just this month said", "Smith Monday said".</summary>
    private static int OverTime(Passage passage, int at)
    {
        // "the panel in 2001 said".
        if (passage.Is(at, ChunkKind.Other) && passage.Token(at).Kind == Text.TokenKind.Number && passage.Is(at - 1, ChunkKind.Preposition))
        {
            return OverAdverbs(passage, at - 2);
        }

        if (at < 1 || passage.Noun(at) is not { } time || !SpeakerTest.IsTime(passage.Article, time))
        {
            return at;
        }

        if (passage.Is(at - 1, ChunkKind.Preposition) && passage.Is(at - 2, ChunkKind.Close))
        {
            // "The Disaster Council (DC) on Saturday said"
            return at - 2;
        }

        var before = OverAdverbs(passage, at - 1);
        return passage.Noun(before) is not null ? before : at;
    }

    /// <summary>", stating": the subject of the clause before; at a sentence's beginning that of the clause behind.</summary>
    private static SpeakerPhrase? OfParticiple(Passage passage, int verb, int before)
    {
        if (before < 0)
        {
            return BehindFronted(passage, verb);
        }

        // "Critics, warning that prices would rise, left": no verb stands before it, and it is said of the noun before the comma.
        if (passage.Is(before, ChunkKind.Comma) && passage.FiniteBefore(verb) < 0 && passage.Noun(before - 1) is not null)
        {
            return SpeakerPhrases.EndingAt(passage, before - 1);
        }

        // "people saying", "a statement saying": what stands right before it says it.
        return passage.Noun(before) is not null && before == verb - 1 && !HangsOnVerb(passage, before) ? SpeakerPhrases.EndingAt(passage, before) : OfEarlierVerb(passage, verb);
    }

    /// <summary>"Claiming victory, Smith left": the subject behind the comma.</summary>
    private static SpeakerPhrase? BehindFronted(Passage passage, int verb)
    {
        for (var at = verb + 1; at < passage.Count && at < verb + Farthest; at++)
        {
            if (passage.Is(at, ChunkKind.Comma) && passage.Noun(at + 1) is not null && ClauseTest.IsClauseAt(passage, at + 1))
            {
                return SpeakerPhrases.BeginningAt(passage, at + 1);
            }
        }

        return null;
    }

    private static bool HangsOnVerb(Passage passage, int noun)
    {
        var head = NounPhraseWalk.HeadOf(passage, noun);
        return head > 0 && passage.Verb(OverAdverbs(passage, head - 1)) is { Reporting: null } && passage.Noun(noun) is { Person: null, HasName: false, Organization: null } phrase
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
            if (subject is not null && passage.FiniteBefore(at) >= 0 && passage.Verb(passage.Word(subject.FirstUnit - 1) == "that" ? subject.FirstUnit - 2 : subject.FirstUnit - 1) is { Reporting: not null })
            {
                // "Smith said the logs speak for themselves, adding": they are what he says.
                nearest ??= subject;
                continue;
            }

            if (subject is not null && (passage.Verb(at) is { Reporting: not null, IsNegated: false } || passage.FiniteBefore(at) < 0) && SpeakerTest.CanSpeak(passage.Article, subject.Main.Noun))
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
            ? SpeakerPhrases.BeginningAt(passage, verb + 1)
            : null;

    /// <summary>"A study that appeared in the journal found": the noun before a relative clause without commas, if its last noun is no subject.</summary>
    private static SpeakerPhrase? OverRelativeClause(Passage passage, int last)
    {
        var verb = passage.FiniteBefore(last);
        if (verb >= 0 && passage.Verb(verb) is { IsAuxiliaryOnly: true } && passage.FiniteBefore(verb) is >= 0 and var believed && passage.Verb(believed)!.Reporting is not null)
        {
            // "who lost it to a man [she believed was] a surgeon": what he was is nobody who does anything more.
            verb = passage.FiniteBefore(believed);
        }

        var relative = verb < 0 ? -1 : OverAdverbs(passage, verb - 1);
        if (verb < last - MostBetween || !passage.Is(relative, ChunkKind.Relative) || passage.Word(relative) is not ("who" or "that" or "which")
            || passage.Noun(relative - 1) is null || passage.Verb(verb)!.Reporting is { IsWeak: false })
        {
            return null;
        }

        for (var at = verb + 1; at < last; at++)
        {
            if (passage[at].Kind is not (ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Adverb or ChunkKind.Adjective or ChunkKind.VerbGroup))
            {
                return null;
            }
        }

        return Antecedent(passage, relative);
    }

    /// <summary>"A poll released Wednesday found", "an email cited by investigators warned", "a study published in May in the journal found": the noun before a participle that has no agent, if the clause ends on a time or hangs on a preposition.</summary>
    private static SpeakerPhrase? OverReducedClause(Passage passage, int last)
    {
        var agent = NounPhraseWalk.HeadOf(passage, last);
        if (ByBefore(passage, last) is > 1 and var by)
        {
            // "A report published last week by the agency found"
            var made = passage.Noun(by - 1) is { } when && SpeakerTest.IsTime(passage.Article, when) ? passage.Is(by - 2, ChunkKind.Preposition) ? by - 3 : by - 2 : by - 1;
            if (made > 0 && passage.Verb(made) is { Voice: Voice.BareParticiple } && passage.Noun(made - 1) is { } document && SpeakerTest.IsReport(passage.Article, document))
            {
                return SpeakerPhrases.EndingAt(passage, made - 1);
            }
        }

        if (!SpeakerTest.IsTime(passage.Article, passage.Noun(last)!) && agent >= 0)
        {
            return null;
        }

        for (var at = last - 1; at > 0 && at > last - MostBetween; at--)
        {
            if (passage.Verb(at) is { Voice: Voice.BareParticiple } && !passage.IsFinite(at) && passage.Noun(at - 1) is not null)
            {
                return SpeakerPhrases.EndingAt(passage, at - 1);
            }

            if (passage[at].Kind is not (ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Adverb) || passage.Word(at) is "by")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"by the agency in Haiti": the "by" that an agent's last noun hangs on; −1 where there is none.</summary>
    private static int ByBefore(Passage passage, int last)
    {
        var at = last;
        while (at > last - MostBetween && passage.Word(at) != "by" && (passage.Noun(at) is not null || passage.Is(at, ChunkKind.Preposition)))
        {
            at--;
        }

        return passage.Word(at) == "by" ? at : -1;
    }

    /// <summary>"reviewed it before [crew chief Dan Brandeis] announced that": behind "before" a person with a verb has a clause of his own.</summary>
    private static SpeakerPhrase? OfSubordinate(Passage passage, int noun) =>
        passage.Word(noun - 1) is "before" or "after" or "until" or "since" && passage.Noun(noun - 1) is null && StandsBehindVerb(passage, noun) && TellsOfNoHarm(passage, noun) && passage.Noun(noun) is { HasName: true } or { Person: not null, IsPlural: false }
            ? SpeakerPhrases.BeginningAt(passage, noun)
            : null;

    /// <summary>"Three were killed after the president announced a truce": whoever speaks in the clause behind says nothing of the harm before it.</summary>
    private static bool TellsOfNoHarm(Passage passage, int unit)
    {
        for (var token = passage.First; token < passage[unit].First; token++)
        {
            if (passage.Article.Tokens[token].Is(WordClass.Casualty)) return false;
        }

        return true;
    }

    private static bool StandsBehindVerb(Passage passage, int unit)
    {
        while (unit > 0 && passage.Verb(unit) is null) unit--;
        return unit > 0;
    }

    private static SpeakerPhrase? Antecedent(Passage passage, int relative)
    {
        var at = relative - 1;
        at = passage.Is(at, ChunkKind.Preposition) ? at - 1 : at;
        if (passage.Is(at, ChunkKind.Comma))
        {
            // "Sen. Rick Laughlin (R), who claimed"
            at = Insertion.OverBrackets(passage, at - 1) + 1;
            return passage.Noun(at - 1) is not null ? SpeakerPhrases.EndingAt(passage, at - 1) ?? SpeakerPhrases.BeginningAt(passage, at - 1) : Insertion.SubjectBefore(passage, at);
        }

        // "by a judge who told him": whom the relative clause tells of hangs on no verb of his own.
        return passage.Noun(at) is not null ? SpeakerPhrases.EndingAt(passage, at) ?? SpeakerPhrases.BeginningAt(passage, at) : null;
    }
}
