using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>What drills simulate, and films, novels and scenarios tell: nobody came to harm. Whoever dies at a drill, or in riots over a film, did.</summary>
internal static class Fiction
{
    /// <summary>Takes out what the sentence only tells as played, written or assumed.</summary>
    public static void Remove(SentenceView view, List<CasualtyMention> found, int from)
    {
        for (var index = found.Count - 1; index >= from; index--)
        {
            var at = view.At(found[index].TriggerFirst + 1) - 1;
            if (IsMadeUp(view, view.NounAt(at)) || IsMadeUp(view, view.NounAt(view.VerbAt(at) is null ? -1 : view.SubjectOf(at))) || IsInStory(view, at) || IsPlayed(view, at) || IsExplained(view, at))
            {
                found.RemoveAt(index);
            }
        }
    }

    /// <summary>"use the term to imply that they were killed or captured": what a word means.</summary>
    private static bool IsExplained(SentenceView view, int at)
    {
        for (var verb = at; verb > 1 && verb > at - SentenceView.ClauseReach; verb--)
        {
            if (view.VerbAt(verb) is { Verb.Lemma: "imply" or "mean" or "denote" or "indicate" or "describe", Voice: Voice.Infinitive or Voice.Passive }
                && Enumerable.Range(verb - 4, 4).Any(before => view.NounAt(before) is { } noun && view.Article.Tokens[noun.Head].Word.Text is "term" or "word" or "expression")) return true;
        }

        return false;
    }

    /// <summary>"a simulated attack", "the mock execution", "a fictional bomb".</summary>
    private static bool IsMadeUp(SentenceView view, NounPhrase? phrase)
    {
        for (var token = phrase?.First ?? 0; token < (phrase?.Head ?? 0); token++)
        {
            if (view.Article.Tokens[token].Word.Text is "simulated" or "mock" or "fictional" or "fictitious" or "imaginary" or "hypothetical" or "notional")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"In the film, 12 people are killed": the sentence begins with the story that it tells.</summary>
    private static bool IsInStory(SentenceView view, int at)
    {
        var clause = at;
        while (clause > 0 && view.KindAt(clause - 1) is not (ChunkKind.Stop or ChunkKind.Quote))
        {
            clause--;
        }

        return view.IsPreposition(clause, "in") && view.NounAt(clause + 1) is { } story && clause + 1 < at && IsStory(view, story) && view.KindAt(clause + 2) == ChunkKind.Comma;
    }

    /// <summary>"The exercise simulated an attack that killed 12", "The film shows how", "The scenario assumed that": the verb before, in its own clause.</summary>
    private static bool IsPlayed(SentenceView view, int at)
    {
        var isInClause = false;
        for (var before = at - 1; before >= 0 && view.KindAt(before) is not ChunkKind.Stop; before--)
        {
            isInClause |= view.KindAt(before) is ChunkKind.Relative or ChunkKind.Subordinator;
            if (view.WordAt(before) is "after" or "before" or "since" or "when" or "while" or "as" or "because" or "until")
            {
                return false;
            }

            if (view.KindAt(before) == ChunkKind.Comma && view.VerbAt(before + 1) is not { Voice: Voice.Ing })
            {
                return false;
            }

            if (view.VerbAt(before) is { IsNegated: false, Verb.Lemma: var lemma } && (isInClause || view.KindAt(view.SkipLeft(at - 1)) != ChunkKind.Coordinator)
                && (lemma is "simulate" or "rehearse" || (lemma is "show" or "depict" or "portray" or "tell" or "imagine" or "feature" or "assume" or "envisage" or "posit" or "let" or "have" or "be" or "see" or "begin" or "open" or "end"
                    && view.NounAt(view.SubjectOf(before)) is { } subject && IsStory(view, subject))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is made up as a whole; a book, a play or a series may tell of what happened, and a match is played by people.</summary>
    private static bool IsStory(SentenceView view, NounPhrase phrase) => view.Article.Tokens[phrase.Head].Word.Text is "film" or "movie" or "novel" or "thriller" or "videogame" or "screenplay" or "scenario" or "simulation" or "wargame" or "script" or "plot"
        || (view.Article.Tokens[phrase.Head].Word.Text is "game" or "games" && phrase.Head > phrase.First && view.Article.Tokens[phrase.Head - 1].Word.Text is "video" or "computer" or "war" or "board");
}
