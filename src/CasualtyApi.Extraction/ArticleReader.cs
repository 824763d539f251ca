using CasualtyApi.Extraction.Assembly;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction;

/// <summary>
/// The reading engine: text in, statements and claims out. Immutable and safe to share between threads; it does no I/O
/// and asks no clock, so the same text reads the same everywhere.
/// </summary>
public sealed class ArticleReader
{
    /// <summary>The engine's version, kept with every claim it reads.</summary>
    public const string Version = "1.0";

    /// <summary>The one reader anybody needs; building it loads the vocabulary.</summary>
    public static ArticleReader Default { get; } = new();

    private readonly Lexicon lexicon = Lexicon.English;

    private ArticleReader()
    {
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text verbatim, well-formed UTF-16.</param>
    /// <param name="publishedAt">The day it was published, against which "yesterday" is resolved; null if unknown. Nothing is resolved against a day before 1500 or after 2500.</param>
    public Reading Read(string text, DateOnly? publishedAt = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var article = Article.Of(text, lexicon);
        return ReadingAssembler.Assemble(new ParsedArticle(article, lexicon), publishedAt is { Year: >= Earliest and <= Latest } day ? day : null);
    }

    /// <summary>No days are counted from one beyond these years: no news is of then, and the calendar may end before the count does.</summary>
    private const int Earliest = 1500, Latest = 2500;
}
