using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Text;

/// <summary>
/// The entries of several words that begin with one word, by their second: "San" begins hundreds, and hardly any of them goes on as the text does.
/// </summary>
internal sealed class PhraseIndex
{
    private static readonly List<Phrase> None = [];

    private readonly Dictionary<Word, List<Phrase>> bySecond = [];

    /// <summary>Those that go on with a possessive mark ("People's"), which no text has as a word.</summary>
    private List<Phrase> ofPossessor = None;

    public IEnumerable<Phrase> All => bySecond.Values.SelectMany(phrases => phrases);

    public void Add(Phrase phrase)
    {
        if (!bySecond.TryGetValue(phrase.Rest[0], out var phrases))
        {
            bySecond.Add(phrase.Rest[0], phrases = []);
            ofPossessor = phrase.Rest[0].Text == LexiconBuilder.Possessive ? phrases : ofPossessor;
        }

        // The longest is tried first.
        var longer = phrases.TakeWhile(other => other.Rest.Length >= phrase.Rest.Length).Count();
        phrases.Insert(longer, phrase);
    }

    /// <summary>Those whose second word a token is, the longest first.</summary>
    public List<Phrase> GoingOnWith(in Token second) =>
        second.Kind == TokenKind.PossessiveMark ? ofPossessor : bySecond.TryGetValue(second.Word, out var phrases) ? phrases : None;
}
