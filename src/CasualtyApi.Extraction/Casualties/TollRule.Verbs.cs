using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>The verbs and insertions that stand between a toll and its figure.</summary>
internal sealed partial class TollRule
{
    /// <summary>How many chunks an insertion or a clause may have before the verb of the toll.</summary>
    private const int FarthestVerb = 14;

    /// <summary>"passed 100" is past it; estimates that "start at 100" end above it.</summary>
    private static CountRelation? RelationOf(SentenceView view, int verb) =>
        RelationBy(view.VerbAt(verb)?.Verb?.Lemma, view.IsPreposition(verb + 1, "at"));

    private static CountRelation? RelationBy(string? lemma, bool isAt) =>
        IsPassing(lemma) ? CountRelation.MoreThan : isAt && lemma is ("start" or "begin") ? CountRelation.AtLeast : null;

    private static bool IsPassing(string? lemma) => lemma is "pass" or "cross" or "top" or "exceed" or "surpass";

    /// <summary>What a relative clause says befell them: "who died", "who were killed", "who have lost their lives".</summary>
    private static CasualtyTerm? Befell(SentenceView view, int verb) =>
        view.VerbAt(verb) is not { IsNegated: false, Modal: < 0 } told ? null
        : told.Casualty is { Frame: CasualtyFrame.Subject } or { Frame: CasualtyFrame.Object } && (told.Casualty.Frame == CasualtyFrame.Subject || told.Voice == Voice.Passive) ? told.Casualty
        : told.Verb?.Lemma == "lose" && view.NounAt(verb + 1) is { } lives && view.Article.Tokens[lives.Head].Word.Text is "lives" or "life" ? Died
        : null;

    /// <summary>"its dead, by the colonel's reckoning, came to 41", "the missing in the valley number 300": a bare figure behind the verb of those harmed.</summary>
    private static bool Reaches(SentenceView view, int at)
    {
        var verb = view.KindAt(at + 1) == ChunkKind.Comma ? Behind(view, at + 1, ChunkKind.Comma) : view.OverPhrases(at + 1);
        if (view.VerbAt(view.SkipRight(verb)) is not { Voice: not (Voice.Passive or Voice.Infinitive), IsNegated: false, Modal: < 0, Verb.Lemma: var lemma })
        {
            return false;
        }

        var figure = view.SkipRight(verb) + 1;
        var preposition = lemma switch
        {
            "number" or "total" or "reach" or "exceed" or "pass" or "top" or "surpass" => "",
            "come" or "rise" or "climb" or "creep" or "grow" or "mount" => "to",
            "stand" or "start" or "begin" => "at",
            _ => null,
        };
        return preposition is not null && (preposition.Length == 0 || view.IsPreposition(figure++, preposition)) && view.NounAt(figure) is { IsElliptic: true, Count: not null };
    }

    /// <summary>"the injured, 88 at the last count, were taken away".</summary>
    private static bool IsCountedBehind(SentenceView view, int at) =>
        view.KindAt(at + 1) == ChunkKind.Comma && view.NounAt(at + 2) is { IsElliptic: true, Count: not null } && view.KindAt(at + 3) == ChunkKind.Preposition && view.NounAt(at + 4) is { } count && view.KindAt(at + 5) == ChunkKind.Comma
        && view.Article.Tokens[count.Head].Word.Text is "count" or "tally" or "total" or "reckoning" && view.VerbAt(at + 6) is { Modal: < 0 };

    /// <summary>The chunk behind the mark that closes what one before it opened; the same chunk where none does, or where a verb stands between.</summary>
    private static int Behind(SentenceView view, int opening, ChunkKind closing)
    {
        for (var next = opening + 1; next < view.Chunks.Count && next < opening + FarthestVerb; next++)
        {
            if (view.KindAt(next) == closing)
            {
                return next + 1;
            }

            if (view.KindAt(next) is ChunkKind.Stop || (closing == ChunkKind.Comma && view.KindAt(next) == ChunkKind.VerbGroup))
            {
                break;
            }
        }

        return opening;
    }

    /// <summary>"bringing to 329 the number of soldiers killed", "raised to 11 from eight the number of bodies", "put at 40 the number", "gave 16 as the number": the figure before the noun, and the one it was; −1 for either that is not there.</summary>
    private static (int Now, int Was) SetBefore(SentenceView view, int at)
    {
        if (view.IsPreposition(at - 1, "as") && IsFigure(view, at - 2))
        {
            return Sets(view, at - 3, "as") ? (at - 2, -1) : (-1, -1);
        }

        var (now, was, first) = (-1, -1, at);
        for (; IsFigure(view, first - 1) && view.KindAt(first - 2) == ChunkKind.Preposition; first -= 2)
        {
            switch (view.WordAt(first - 2))
            {
                case "to" or "at" or "as" when now < 0:
                    now = first - 1;
                    break;
                case "from" when was < 0:
                    was = first - 1;
                    break;
                default:
                    return (-1, -1);
            }
        }

        return now >= 0 && Sets(view, first - 1, view.WordAt(now - 1)) ? (now, was) : (-1, -1);
    }

    /// <summary>Whether a verb sets a number by a preposition: "brings to", "puts at", "gives as".</summary>
    private static bool Sets(SentenceView view, int verb, string preposition) =>
        view.VerbAt(view.SkipLeft(verb)) is { Voice: not Voice.Passive, IsNegated: false, Modal: < 0, Verb.Lemma: var lemma } && preposition switch
        {
            "to" => lemma is "bring" or "take" or "raise" or "push" or "lift" or "drive" or "lower" or "cut" or "revise",
            "at" => lemma is "put" or "estimate" or "reckon" or "set",
            _ => lemma is "give" or "list" or "report",
        };

    /// <summary>"bringing to 45 the number in their hands", "the number this year": of those told before, and of no others.</summary>
    private static bool IsOfSame(SentenceView view, int at) =>
        view.EndsBefore(at + 1) || view.KindAt(at + 1) == ChunkKind.Adverb || Hands(view, at) is not null || IsWhen(view, at + 1) || BehindTime(view, at) >= 0;

    /// <summary>"the number in their [hands]", "in custody": the noun for being held; null where there is none.</summary>
    private static string? Hands(SentenceView view, int at) =>
        view.IsPreposition(at + 1, "in") && view.NounAt(at + 2) is { } where && view.Article.Tokens[where.Head].Word.Text is "hands" or "captivity" or "custody" ? view.Article.Tokens[where.Head].Word.Text : null;

    /// <summary>"our total since 1 January", "the tally for the week": the chunk behind the time; −1 where none stands there.</summary>
    private static int BehindTime(SentenceView view, int at)
    {
        if (view.KindAt(at + 1) != ChunkKind.Preposition || view.WordAt(at + 1) is not ("since" or "for" or "over" or "during"))
        {
            return -1;
        }

        var time = view.KindAt(at + 2) == ChunkKind.Other ? at + 3 : at + 2;
        return view.NounAt(time) is { } period && (Victims.IsTime(view, period) || view.WordAt(at + 1) == "since") ? time + 1 : view.WordAt(at + 1) == "since" ? time : -1;
    }

    /// <summary>"the number who have died", "the number of people who have died": the relative pronoun; −1 where there is none.</summary>
    private static int WhoClause(SentenceView view, int at)
    {
        var relative = view.IsPreposition(at + 1, "of") ? at + 3 : at + 1;
        return view.KindAt(relative) == ChunkKind.Relative && view.WordAt(relative) == "who" ? relative : -1;
    }

    /// <summary>"who have died there, the matron said, [stands] at six": the verb of the toll behind a relative clause, over an inserted cue; −1 where anything else goes on.</summary>
    private static int BehindClause(SentenceView view, int relative)
    {
        for (var next = relative + 2; next < view.Chunks.Count && next < relative + FarthestVerb; next++)
        {
            if (Moves(view, next) || IsRevised(view, next) || view.IsPlainly(next))
            {
                return next;
            }

            if (!(view.KindAt(next) is ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Comma or ChunkKind.Adverb or ChunkKind.Other || view.VerbAt(next) is { Reporting: not null } && view.KindAt(next + 1) == ChunkKind.Comma))
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>"The tally in Kasai — 43 on Monday — had reached 45": the older figure between dashes; −1 where there is none.</summary>
    private static int InDashes(SentenceView view, int at)
    {
        var dash = view.OverPhrases(at + 1);
        return view.KindAt(dash) == ChunkKind.Dash && IsFigure(view, dash + 1) && view.OtherDash(dash, 1) is var closing && closing > dash && view.OverPhrases(dash + 2) == closing && (Moves(view, view.SkipRight(closing + 1)) || IsRevised(view, view.SkipRight(closing + 1))) ? dash + 1 : -1;
    }

    /// <summary>"have passed the 3,000 mark".</summary>
    private static bool IsMark(SentenceView view, int at) =>
        view.NounAt(at) is { Count: { } count } mark && count.Next == mark.Head && view.Article.Tokens[mark.Head].Word.Text == "mark"
        && view.VerbAt(view.SkipLeft(at - 1)) is { IsNegated: false, Verb.Lemma: var lemma } && (IsPassing(lemma) || lemma is "reach" or "hit");

    /// <summary>The phrase of a figure; of "the 3,000 mark" the number alone.</summary>
    private static NounPhrase Number(SentenceView view, int figure) =>
        view.NounAt(figure) is var phrase && IsMark(view, figure) ? NounPhrase.Alone(phrase!, phrase!.Count!) : phrase!;
}
