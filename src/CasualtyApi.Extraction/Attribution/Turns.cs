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

    private Turns(Dictionary<int, int> labels) => _labels = labels;

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

        return new(isTold && (speakers.Count > 1 || again.Count > 1) ? labels : []);
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

        return _turn;
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
