using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Parties;

/// <summary>Whom "he" means, and what a bare name is: the people an article has spoken of before.</summary>
internal sealed class Antecedents(ParsedArticle parsed)
{
    /// <summary>How many sentences back a pronoun reaches.</summary>
    private const int Reach = 2;

    private readonly Article article = parsed.Article;
    private Dictionary<string, NounPhrase>? described;

    /// <summary>The nearest single person before a pronoun, of its gender where both are known; null if there is none.</summary>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="sentence">The sentence it stands in.</param>
    /// <param name="doer">Who did it: whoever kills "him" is another.</param>
    public NounPhrase? Of(NounPhrase pronoun, int sentence, NounPhrase? doer = null)
    {
        var before = Math.Min(pronoun.First, doer?.First ?? pronoun.First);
        var gender = article.Tokens[pronoun.Head].Word.Gender;
        for (var back = 0; back <= Reach && sentence - back >= 0; back++)
        {
            var chunks = parsed.ChunksOf(sentence - back);
            for (var at = chunks.Count - 1; at >= 0; at--)
            {
                if (chunks[at].First < before && chunks[at] is NounPhrase phrase && IsOnePerson(phrase) && Agrees(phrase, gender))
                {
                    return Whose(chunks, at, gender) ?? phrase;
                }
            }
        }

        return null;
    }

    /// <summary>"the wife of the editor": she before him; null where the phrase hangs on nobody.</summary>
    private NounPhrase? Whose(List<Chunk> chunks, int at, char gender) =>
        at > 1 && chunks[at - 1].Kind == ChunkKind.Preposition && article.Tokens[chunks[at - 1].First].Word.Text == "of" && chunks[at - 2] is NounPhrase { Person: not null } relative && IsOnePerson(relative) && Agrees(relative, gender) ? relative : null;

    /// <summary>A phrase that says what a named person is: an apposition behind the name, or another mention of the name. "Luis Paz, his wife" are two.</summary>
    public NounPhrase? Description(NounPhrase named)
    {
        var at = named.End;
        if (at + 1 < article.Tokens.Length && article.IsMark(at, ',')
            && NounPhraseReader.TryRead(article, at + 1, Math.Min(at + 14, article.Tokens.Length), []) is { Person: not null, IsPlural: false, HasName: false } apposition && (apposition.Determiner & WordClass.Possessive) == 0)
        {
            return apposition;
        }

        described ??= Described();
        return described.GetValueOrDefault(LastName(named));
    }

    private Dictionary<string, NounPhrase> Described()
    {
        var found = new Dictionary<string, NounPhrase>(StringComparer.Ordinal);
        for (var sentence = 0; sentence < article.Sentences.Length; sentence++)
        {
            if (!article.Sentences[sentence].Holds(WordClass.PersonNoun))
            {
                continue;
            }

            foreach (var chunk in parsed.ChunksOf(sentence))
            {
                if (chunk is NounPhrase { HasName: true, Person: not null, IsPlural: false } phrase)
                {
                    found.TryAdd(LastName(phrase), phrase);
                }
            }
        }

        return found;
    }

    private string LastName(NounPhrase phrase) => article.TextOf(article.Tokens[phrase.NameEnd - 1]).ToString();

    private static bool IsOnePerson(NounPhrase phrase) =>
        !phrase.IsPlural && !phrase.IsPronoun && phrase.Count is null
        && (phrase.HasName || (phrase.Person is { IsCollective: false } && phrase.PersonToken == phrase.Head));

    private bool Agrees(NounPhrase phrase, char gender)
    {
        if (phrase.Person?.Kind == PartyKind.Women && gender == 'm')
        {
            return false;
        }

        var named = phrase.HasName ? article.Tokens[phrase.NameFirst].Word.Gender : 'u';
        return gender == 'u' || named == 'u' || named == gender;
    }
}
