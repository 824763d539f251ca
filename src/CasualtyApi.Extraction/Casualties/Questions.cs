using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Did the rebels kill twelve people?": whoever asks whether it is so does not say it. "Who killed the twelve nuns?" does.</summary>
internal static class Questions
{
    /// <summary>How many chunks may stand before a question ("[REPORTER] And").</summary>
    private const int MostBefore = 6;

    /// <summary>Removes what the sentence only asks.</summary>
    public static void Remove(SentenceView view, List<CasualtyMention> found, int from)
    {
        if (from < found.Count && Asked(view) is var (first, end))
        {
            found.RemoveAll(mention => mention.Sentence == view.Index && mention.First >= first && mention.First < end && !IsTakenForGranted(view, first, mention));
        }
    }

    /// <summary>"Are the soldiers who were captured alive?", "Did he resign after 12 had died?": a clause inside tells what the question starts from.</summary>
    private static bool IsTakenForGranted(SentenceView view, int first, CasualtyMention mention) =>
        view.Between(first, mention.TriggerFirst).Any(chunk => view.Article.Tokens[chunk.First].Word.Text is "who" or "which" or "whom" or "after" or "since" or "when" or "because" or "where" or "before" or "until");

    /// <summary>The tokens from the verb that a question begins with to its mark; null where the sentence asks nothing, or what it takes for granted.</summary>
    private static (int First, int End)? Asked(SentenceView view)
    {
        var tokens = view.Article.Tokens;
        var mark = view.Sentence.End - 1;
        while (mark > view.Sentence.First && !view.Article.IsMark(mark, '?')) mark--;
        if (mark == view.Sentence.First) return null;
        for (var at = 0; at < Math.Min(MostBefore, view.Chunks.Count); at++)
        {
            if (view.VerbAt(at) is { } verb)
            {
                // "Did the army suffer", "Have 12 been killed", "Could it be that"
                return tokens[verb.First].Is(WordClass.Auxiliary) && verb.First == verb.Main && view.NounAt(at + 1) is not null && verb.First < mark ? (verb.First, mark) : null;
            }

            if (view.NounAt(at) is not null && view.KindAt(at + 1) is not (ChunkKind.Close or ChunkKind.Colon) || view.KindAt(at) is ChunkKind.Relative or ChunkKind.Subordinator or ChunkKind.Preposition) return null;
        }

        return null;
    }
}
