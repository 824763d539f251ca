using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>An article whose sentences are cut into chunks when somebody first asks for them.</summary>
internal sealed class ParsedArticle(Article article, Lexicon lexicon)
{
    private readonly List<Chunk>?[] chunks = new List<Chunk>?[article.Sentences.Length];
    private readonly SentenceView?[] views = new SentenceView?[article.Sentences.Length];

    public Article Article { get; } = article;

    public Lexicon Lexicon { get; } = lexicon;

    public List<Chunk> ChunksOf(int sentence) =>
        chunks[sentence] ??= Chunker.Chunk(Article, Article.Sentences[sentence]);

    /// <summary>A sentence as rules ask about it, the same for all who do.</summary>
    public SentenceView ViewOf(int sentence) => views[sentence] ??= new SentenceView(Article, sentence, ChunksOf(sentence));

    /// <summary>The sentence that a token stands in.</summary>
    public int SentenceOf(int token)
    {
        var sentences = Article.Sentences;
        int low = 0, high = sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].First <= token ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
