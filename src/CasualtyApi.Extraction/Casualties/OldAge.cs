using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"died in exile at the age of 83": nobody came to harm.</summary>
internal static class OldAge
{
    private const long Old = 60;

    /// <summary>Whether the words behind a verb of dying tell how old somebody grew.</summary>
    public static bool Is(SentenceView view, int verb)
    {
        if (view.VerbAt(verb)!.Verb?.Lemma != "die")
        {
            return false;
        }

        for (var at = verb + 1; at < view.Chunks.Count && view.KindAt(at) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb or ChunkKind.Other or ChunkKind.Adjective or ChunkKind.Comma || view.WordAt(at) == "aged"; at++)
        {
            if ((view.NounAt(at) is { } phrase && IsAge(view, at, phrase)) || (view.WordAt(at) == "aged" && NumberReader.TryRead(view.Article, view.Chunks[at].First + 1) is { Value: >= Old }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"at the age of 83", "aged 83".</summary>
    private static bool IsAge(SentenceView view, int at, NounPhrase phrase)
    {
        if (view.Article.Tokens[phrase.Head].Word.Text is not ("age" or "aged"))
        {
            return false;
        }

        var last = view.Chunks[at].End;
        var number = last < view.Sentence.End && view.Article.Tokens[last].Word.Text == "of" ? last + 1 : last;
        return number < view.Sentence.End && NumberReader.TryReadWhole(view.Article, number) is { Count: >= Old };
    }
}
