using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>Finds the casualty mentions of an article, sentence by sentence.</summary>
internal static class CasualtyFinder
{
    /// <summary>In the order they are tried; a chunk that one of them has read is read by no later one.</summary>
    public static IReadOnlyList<CasualtyRule> Rules { get; } =
    [
        new HostageRule(), new LivesRule(), new LostRule(), new TollRule(), new BodiesRule(), new DeedRule(), new AmongTheDeadRule(), new CasualtiesRule(),
        new InvertedRule(), new PassiveRule(), new ActiveRule(), new ParticipleRule(), new DiedRule(), new DeadRule(), new DeadSoldiersRule(),
    ];

    /// <summary>Rules that add to what the others have found.</summary>
    public static IReadOnlyList<CasualtyRule> Additions { get; } = [new AlongWithRule(), new IncludingRule(), new BreakdownRule()];

    public static KilledOrWoundedRule Union { get; } = new();

    public static List<CasualtyMention> Find(ParsedArticle article)
    {
        var found = new List<CasualtyMention>();
        var sentences = article.Article.Sentences;
        for (var index = 0; index < sentences.Length; index++)
        {
            if (MayTell(article.Article, sentences[index]))
            {
                ReadSentence(new SentenceView(article.Article, index, article.ChunksOf(index)), found);
            }
        }

        return found;
    }

    private static void ReadSentence(SentenceView view, List<CasualtyMention> found)
    {
        var from = found.Count;
        for (var at = 0; at < view.Chunks.Count; at++)
        {
            var before = found.Count;
            foreach (var rule in Rules)
            {
                rule.Read(view, at, found);
                if (found.Count > before)
                {
                    break;
                }
            }
        }

        for (var at = 0; at < view.Chunks.Count; at++)
        {
            foreach (var rule in Additions)
            {
                rule.Read(view, at, found);
            }
        }

        BreakDown(view, found, from);
        OfWhom(view, found, from);
    }

    /// <summary>"30,457 casualties: 10,582 killed and 19,875 injured": what a colon breaks down is part of what stands before it.</summary>
    private static void BreakDown(SentenceView view, List<CasualtyMention> found, int from)
    {
        for (var index = from; index < found.Count; index++)
        {
            var whole = found[index];
            var colon = view.Chunks.FirstOrDefault(chunk => chunk.Kind == ChunkKind.Colon && chunk.First >= whole.End);
            if (whole.Counted?.Count is null || whole.Terms[0].Frame != CasualtyFrame.Count || colon is null)
            {
                continue;
            }

            for (var part = index + 1; part < found.Count; part++)
            {
                if (found[part].First > colon.First && found[part].Whole is null)
                {
                    found[part] = found[part] with { Whole = whole };
                }
            }

            return;
        }
    }

    /// <summary>"900 soldiers, of whom 400 were killed": a part, with a harm of its own.</summary>
    private static void OfWhom(SentenceView view, List<CasualtyMention> found, int from)
    {
        for (var index = from + 1; index < found.Count; index++)
        {
            var first = found[index].Victim?.First ?? int.MaxValue;
            if (first - 2 >= view.Sentence.First && first < view.Sentence.End && found[index].Whole is null
                && view.Article.Tokens[first - 1].Word.Text == "whom" && view.Article.Tokens[first - 2].Word.Text == "of")
            {
                found[index] = found[index] with { Whole = found[index - 1] };
            }
        }
    }

    private static bool MayTell(Article article, Sentence sentence)
    {
        foreach (ref readonly var token in article.Tokens.AsSpan(sentence.First, sentence.End - sentence.First))
        {
            if (token.Is(WordClass.Casualty) || token.Word.Text == "victims" || token.Word.Verb?.Lemma is "lose" or "take" or "hold")
            {
                return true;
            }
        }

        return false;
    }
}
