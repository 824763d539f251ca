using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Whose turn it is in a transcript: lines that begin with a label ("MR. HALE:", "Q:", "Ana Ruiz:") and all that follows until the next. Asked of the
/// passages of a text in turn. It takes two who speak, one of them twice or asked by somebody unnamed; labels of other things ("UPDATE:", "Kharkiv:", "Wounded:") make no transcript.
/// </summary>
internal sealed class Turns
{
    /// <summary>How many tokens a label may have.</summary>
    private const int LongestLabel = 10;

    /// <summary>The colons, by the first token of their line.</summary>
    private readonly Dictionary<int, int> _labels;

    private FoundAttribution? _turn;

    /// <summary>The paragraph of the last label, if no turn before it had more than one; else −1.</summary>
    private readonly int _lastTurn;

    /// <summary>The last paragraph behind it in which somebody talks.</summary>
    private int _talk = -1;

    private Turns(Dictionary<int, int> labels, int lastTurn) => (_labels, _lastTurn) = (labels, lastTurn);

    public static Turns Of(Article article)
    {
        var labels = new Dictionary<int, int>();
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase), again = new(StringComparer.OrdinalIgnoreCase), speakers = new(StringComparer.OrdinalIgnoreCase);
        var (isTold, isAsked) = (false, false);
        for (var index = 0; index < article.Tokens.Length; index++)
        {
            if ((index == 0 || article.Tokens[index].Has(TokenFlags.LineBreakBefore)) && ColonOf(article, index) is { } colon)
            {
                var label = article.Words(index, colon);
                labels[index] = colon;
                if (!seen.Add(label)) again.Add(label);
                var isOfNobody = IsOfNobody(label);
                isTold |= (isOfNobody || IsName(article, index, colon)) && (!speakers.Add(label) || (!isOfNobody && isAsked));
                isAsked |= isOfNobody;
            }
        }

        return isTold && (speakers.Count > 1 || again.Count > 1) ? new(labels, LastOfSingle(article, labels)) : new([], -1);
    }

    /// <summary>Where the last turn begins, if each before it is one paragraph and the next label stands right behind.</summary>
    private static int LastOfSingle(Article article, Dictionary<int, int> labels)
    {
        var last = -1;
        foreach (var sentence in article.Sentences)
        {
            if (labels.ContainsKey(sentence.First))
            {
                if (last >= 0 && sentence.Paragraph != last + 1) return -1;
                last = sentence.Paragraph;
            }
        }

        return last;
    }

    public bool IsTranscript => _labels.Count > 0;

    /// <summary>The turn that all of a passage belongs to; null outside of transcripts. What was found by the label alone is out of the list then.</summary>
    public FoundAttribution? Take(Passage passage, List<FoundAttribution> found)
    {
        if (_labels.TryGetValue(passage.First, out var colon) && colon < passage.End)
        {
            var unit = passage.UnitBehind(colon) - 1;
            var label = passage.Article.Words(passage.First, colon);
            var isOfNobody = IsOfNobody(label);
            var speaker = isOfNobody ? null : SpeakerPhrases.EndingAt(passage, unit - 1);
            _turn = isOfNobody || (speaker is { FirstUnit: 0 } && SpeakerTest.CanSpeak(passage.Article, speaker.Main.Noun))
                ? new() { Rule = AttributionRules.Turn, CueUnit = unit, Cue = ":", Speaker = speaker }
                : null;
            if (_turn is not null) found.RemoveAll(other => other.Rule is ColonRule && other.CueUnit == unit && other.Quotations.Count == 0);
        }

        if (_turn is not null && _lastTurn >= 0 && passage.Paragraph > _lastTurn && passage.Paragraph != _talk && !IsTalk(passage))
        {
            // "Q: And now? A: No. [The exchange caused an uproar.]": behind turns of one paragraph each, what nobody says to anybody is told again.
            _turn = null;
        }

        return _turn;
    }

    /// <summary>Words of "I", "we" and "you" outside quotations, or a question, from a passage to the end of its paragraph.</summary>
    private bool IsTalk(Passage passage)
    {
        var article = passage.Article;
        var isQuoted = false;
        for (var sentence = passage.FirstSentence; sentence < article.Sentences.Length && article.Sentences[sentence].Paragraph == passage.Paragraph; sentence++)
        {
            for (var token = article.Sentences[sentence].First; token < article.Sentences[sentence].End; token++)
            {
                isQuoted ^= article.Tokens[token].Kind == TokenKind.Quote;
                if (!isQuoted && (article.IsMark(token, '?') || article.Tokens[token].Word.Text is "i" or "we" or "you" or "our" or "my" or "your" or "us" or "me"))
                {
                    _talk = passage.Paragraph;
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where the label of a line ends: of words with capitals.</summary>
    private static int? ColonOf(Article article, int first)
    {
        var end = Math.Min(article.Tokens.Length, first + LongestLabel);
        for (var at = first + 1; at < end && !article.Tokens[at].Has(TokenFlags.LineBreakBefore); at++)
        {
            if (article.IsMark(at, ':')) return at;
            if (article.Tokens[at].Kind == TokenKind.Word && !article.Tokens[at].Capitalized) return null;
        }

        return null;
    }

    private static bool IsOfNobody(string label) => label.ToUpperInvariant() is "Q" or "A" or "QUESTION" or "ANSWER" or "REPORTER" or "JOURNALIST" or "INTERVIEWER" or "MODERATOR";

    /// <summary>A person's: one word at least is a title, a given name or no word that is known, and none says what the line is about.</summary>
    private static bool IsName(Article article, int first, int end)
    {
        var isName = false;
        for (var at = first; at < end; at++)
        {
            ref readonly var token = ref article.Tokens[at];
            if (token.Kind != TokenKind.Word) continue;
            if (token.Is(WordClass.Casualty | WordClass.Place | WordClass.Country | WordClass.Seat | WordClass.Organization | WordClass.Number)) return false;
            isName |= token.Class == WordClass.None || token.Is(WordClass.Title | WordClass.GivenName);
        }

        return isName && article.Tokens[first].Kind == TokenKind.Word;
    }
}
