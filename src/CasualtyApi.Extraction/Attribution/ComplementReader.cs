using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Reads what a reporting verb reports, over what may stand between: the one told ("told reporters"), a place or time
/// ("said in Kyiv on Monday"), an adverb, an insertion between commas.
/// </summary>
internal static class ComplementReader
{
    private const int Farthest = 16;

    /// <param name="passage">The passage.</param>
    /// <param name="from">The first unit behind the verb, or behind an inverted subject.</param>
    /// <param name="term">The verb.</param>
    public static Complement After(Passage passage, int from, ReportingTerm term)
    {
        var at = from;
        var first = new Complement(ComplementKind.None, from);
        if (term.Class == "tell" && passage.Noun(at) is not null && (term.Term == "tell" || !ClauseTest.IsClauseAt(passage, at, plainly: term.Term != "say" && term.TakesThing)))
        {
            first = new Complement(ComplementKind.Noun, at);
            at = NounPhraseWalk.EndOf(passage, at);
        }

        while (at < passage.Count && at < from + Farthest)
        {
            if (Direct(passage, at, term, first.Kind) is { } complement)
            {
                return complement;
            }

            var next = OverAdjunct(passage, from, at, term, ref first);
            if (next <= at)
            {
                break;
            }

            at = next;
        }

        return first;
    }

    /// <summary>What can be reported at a unit; behind the one told a noun begins a clause and is no thing: "told the BBC ten people died".</summary>
    private static Complement? Direct(Passage passage, int at, ReportingTerm term, ComplementKind first)
    {
        var isTold = first == ComplementKind.Noun && term.Term == "tell";
        if (passage.IsQuotation(at))
        {
            return new Complement(ComplementKind.Quotation, at);
        }

        if ((passage.Is(at, ChunkKind.Comma) || passage.Is(at, ChunkKind.Colon) || passage.Is(at, ChunkKind.Dash)) && passage.IsQuotation(at + 1))
        {
            return new Complement(ComplementKind.Quotation, at + 1);
        }

        var word = passage.Word(at);
        if (word is "that" && (passage.IsQuotation(at + 1) || (passage.Is(at + 1, ChunkKind.Comma) && passage.IsQuotation(at + 2))))
        {
            return new Complement(ComplementKind.Quotation, passage.IsQuotation(at + 1) ? at + 1 : at + 2);
        }

        if ((word is "that" or "whether" or "if" or "how" or "why" or "what" or "who" or "where" || (word is "when" && term.Class == "ask")) && passage.Noun(at) is null && at + 1 < passage.Count && !passage.IsStop(at + 1))
        {
            // But of "when he heard that." the word is all.
            return new Complement(ComplementKind.That, at);
        }

        // "raised the toll to 12: eleven farmers and a nurse": what a colon lists is of the thing.
        if (passage.Is(at, ChunkKind.Colon) && at + 1 < passage.Count && (first != ComplementKind.Noun || term.TakesClause))
        {
            return new Complement(ComplementKind.Clause, at + 1);
        }

        if ((word is "there" && (passage.Verb(at) ?? passage.Verb(at + 1)) is not null) || (passage.Noun(at) is { } noun && (term.TakesClause || !term.IsWeak) && !IsBareTime(passage, noun, at) && !IsGreeting(passage, noun) && !IsItself(passage, at) && ClauseTest.IsClauseAt(passage, at, plainly: term.Term != "say" && (term.TakesThing || term.IsWeak) && !isTold)))
        {
            return new Complement(ComplementKind.Clause, at);
        }

        return null;
    }

    /// <summary>"said Monday the army had": the time is no subject.</summary>
    private static bool IsBareTime(Passage passage, NounPhrase noun, int at) =>
        SpeakerTest.IsTime(passage.Article, noun) && (noun.Determiner == 0 || passage.Noun(at + 1) is not null) && passage.Verb(at + 1) is null;

    /// <summary>"By the time a patrol found it, ten had died": behind the comma stands no clause of the pronoun's.</summary>
    private static bool IsItself(Passage passage, int at) =>
        passage.Noun(at)!.IsPronoun && passage.Word(at) is "it" or "him" or "her" or "them" && passage.Is(at + 1, ChunkKind.Comma) && passage.Noun(at + 2) is not null;

    /// <summary>"Town says goodbye to Marine killed in Iraq": said, and no report.</summary>
    private static bool IsGreeting(Passage passage, NounPhrase noun) => passage.Article.Tokens[noun.Head].Word.Text is "goodbye" or "farewell";

    /// <summary>The unit behind an adjunct at a unit; what can itself be reported is remembered as the complement.</summary>
    private static int OverAdjunct(Passage passage, int from, int at, ReportingTerm term, ref Complement first)
    {
        // "said “hostile” forces had": the mark parts a word from its noun;
        // "dismissed as false": what it is dismissed as stands before the thing; "said late on Monday".
        if (passage.Is(at, ChunkKind.Adverb) || (passage.Is(at, ChunkKind.Adjective) && (passage.Word(at - 1) == "as" || (at == from && passage.Noun(at + 1) is not null) || passage.Word(at) is "late" or "early")))
        {
            return at + 1;
        }

        if (passage.Noun(at) is { } noun)
        {
            Remember(ref first, SpeakerTest.IsTime(passage.Article, noun) ? ComplementKind.None : ComplementKind.Noun, at);
            return at + 1;
        }

        if (passage.Word(at) == "to" && passage.Is(at, ChunkKind.Preposition) && term.TakesInfinitive && passage.Verb(at + 1) is { Voice: Voice.Active } quoted && passage.Article.Tokens[quoted.Main].Is(WordClass.VerbBase))
        {
            // "vowed to “fight on”": the mark parts the infinitive.
            Remember(ref first, ComplementKind.Infinitive, at + 1);
            return at;
        }

        if (passage.Is(at, ChunkKind.Preposition))
        {
            Remember(ref first, term.Frames.Contains(passage.Word(at)) && IsContent(passage, at + 1) && !IsOfNoun(passage, from, at) ? ComplementKind.Preposition : ComplementKind.None, at);
            return passage.Noun(at + 1) is not null ? at + 2 : at + 1;
        }

        // "said 51 percent of the houses had burned", "said $2 million was spent"
        if (IsOfDate(passage, at) || IsOfPrice(passage, at) || (at == from && passage.Is(at, ChunkKind.Other) && passage.Token(at).Kind == TokenKind.Number && at + 1 < passage.Count && Counts.FractionReader.IsPercent(passage.Token(at + 1).Word)))
        {
            return at + 1;
        }

        if (passage.Verb(at) is { } verb)
        {
            Remember(ref first, verb.Voice switch
            {
                Voice.Infinitive => ComplementKind.Infinitive,
                Voice.Ing when passage.Noun(at + 1) is not null || IsOverParticle(passage, at + 1) => ComplementKind.Gerund,
                _ => ComplementKind.None,
            }, at);
            return verb.Voice == Voice.Ing && first.Kind == ComplementKind.Gerund && first.Unit == at ? at + 1 : at;
        }

        return passage.Is(at, ChunkKind.Comma) ? OverInsertion(passage, at) : at;
    }

    /// <summary>"said on November 20 that", "said on 20 November that": the number of a day or a year.</summary>
    private static bool IsOfDate(Passage passage, int at) =>
        passage.Is(at, ChunkKind.Other) && passage.Token(at).Kind == TokenKind.Number
        && (passage.Is(at - 1, ChunkKind.Preposition) || (passage.Noun(at - 1) is { } month && SpeakerTest.IsTime(passage.Article, month)));

    /// <summary>"$", and the number behind it.</summary>
    private static bool IsOfPrice(Passage passage, int at) =>
        passage.Is(at, ChunkKind.Other) && (IsSign(passage, at) || (passage.Token(at).Kind == TokenKind.Number && at > 0 && IsSign(passage, at - 1)));

    private static bool IsSign(Passage passage, int at) => CharacterClass.IsCurrency(passage.Article.Text[passage.Token(at).Start]);

    /// <summary>"warned of floods", "spoke of leaving"; not "warned on Monday".</summary>
    private static bool IsContent(Passage passage, int unit) =>
        unit < passage.Count && !passage.Is(unit, ChunkKind.Other) && !IsOnlyIt(passage, unit) && !(passage.Noun(unit) is { } noun && SpeakerTest.IsTime(passage.Article, noun));

    /// <summary>"Then he thought about it."</summary>
    private static bool IsOnlyIt(Passage passage, int unit) => passage.Word(unit) == "it" && (unit + 1 >= passage.Count || passage.IsStop(unit + 1) || passage.Is(unit + 1, ChunkKind.Comma));

    /// <summary>"spoke on condition of anonymity": the noun right before, a thing, takes the "of"; "told reporters of", "spoke on Monday of" do not.</summary>
    private static bool IsOfNoun(Passage passage, int from, int preposition) =>
        passage.Word(preposition) == "of" && preposition - 1 > from && passage.Is(preposition - 2, ChunkKind.Preposition)
        && passage.Noun(preposition - 1) is { Person: null, HasName: false, Organization: null } noun && !noun.IsPronoun && !SpeakerTest.IsTime(passage.Article, noun);

    /// <summary>"acknowledged carrying [out a strike]".</summary>
    private static bool IsOverParticle(Passage passage, int unit) =>
        (passage.Is(unit, ChunkKind.Adverb) || passage.Is(unit, ChunkKind.Preposition)) && passage.Word(unit) is "out" or "up" or "down" or "off" && passage.Noun(unit + 1) is not null;

    private static void Remember(ref Complement first, ComplementKind kind, int at)
    {
        if (first.Kind == ComplementKind.None && kind != ComplementKind.None)
        {
            first = new Complement(kind, at);
        }
    }

    /// <summary>"said, however, that", "said, citing reports, that", "wrote in an email, seen by the paper, that".</summary>
    private static int OverInsertion(Passage passage, int comma)
    {
        if (passage.Word(comma + 1) is "that")
        {
            return comma + 1;
        }

        for (var at = comma + 1; at < passage.Count && at < comma + 8; at++)
        {
            if (passage.IsQuotation(at) || passage.IsStop(at) || (passage.Verb(at) is { Reporting.Term: not "cite" } verb && !(verb.Voice == Voice.BareParticiple && passage.Word(at + 1) == "by")))
            {
                return comma;
            }

            if (passage.Is(at, ChunkKind.Comma))
            {
                return passage.Word(at + 1) is "that" || passage.IsQuotation(at + 1) ? at : comma;
            }
        }

        return comma;
    }
}
