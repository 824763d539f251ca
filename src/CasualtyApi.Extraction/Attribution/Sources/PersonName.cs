using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>A person's name where it stands in a noun phrase, and the words before it that say what the person is.</summary>
/// <param name="First">The name's first token.</param>
/// <param name="End">The token behind the name.</param>
/// <param name="RoleFirst">The role's first token; equal to <paramref name="First"/> where none is worded.</param>
internal readonly record struct PersonName(int First, int End, int RoleFirst)
{
    public bool HasGivenName => End - First > 1;

    /// <summary>The name that a noun phrase is about, or null.</summary>
    public static PersonName? In(Article article, NounPhrase noun)
    {
        // "Khyber Pakhtunkhwa": a place of several words is no person.
        if (!noun.HasName || (noun.NameEnd == noun.NameFirst + 1 && article.Tokens[noun.NameFirst] is { Word.Places.Count: > 0 } place && place.Word.Text.Contains(' ', StringComparison.Ordinal)))
        {
            return null;
        }

        var tokens = article.Tokens;
        var role = noun.First;
        while (role < noun.NameFirst && tokens[role].Is(WordClass.Article | WordClass.Determiner | WordClass.Possessive))
        {
            role++;
        }

        // "Mr. Smith": a courtesy title is no role.
        while (role < noun.NameFirst && tokens[role].Word.Title is { Kind: "courtesy" })
        {
            role++;
        }

        return new PersonName(noun.NameFirst, noun.NameEnd, role);
    }

    /// <summary>The possessor's name of "Kirby's remarks", or null.</summary>
    public static PersonName? Possessor(Article article, NounPhrase noun)
    {
        if (noun.PossessorEnd < 0)
        {
            return null;
        }

        var cut = NounPhraseCut.Of(article, noun, noun.First, noun.PossessorEnd + 1);
        return In(article, cut);
    }

    public string Text(Article article) => Wording.Of(article, First, End);

    public string Surname(Article article)
    {
        var last = End - 1;
        while (last > First && article.TextOf(article.Tokens[last]) is "Jr" or "Jr." or "Sr" or "Sr." or "II" or "III")
        {
            last--;
        }

        return CharacterClass.Folded(article.TextOf(article.Tokens[last]));
    }

    /// <summary>'m', 'f' or 'u', by title and given name.</summary>
    public char Gender(Article article, NounPhrase noun)
    {
        for (var at = noun.First; at < Math.Min(First + 1, End); at++)
        {
            var word = article.Tokens[at].Word;
            var gender = word.Title is { Gender: not 'u' } title && at < First ? title.Gender
                : at == First && HasGivenName && article.Tokens[at].Is(WordClass.GivenName) ? word.Gender
                : GenderOfRole(word.Text);
            if (gender != 'u')
            {
                return gender;
            }
        }

        return 'u';
    }

    /// <summary>'m', 'f' or 'u', of somebody called by a given name alone, "who gave her name as Carla"; elsewhere a bare name may be a surname.</summary>
    public char GenderOfBare(Article article, NounPhrase noun) =>
        !HasGivenName && noun.First == First && First > 0 && article.Tokens[First - 1].Word.Text is "as" or "named" or "called" && article.Tokens[First].Is(WordClass.GivenName) && !article.Tokens[First].Is(WordClass.Place | WordClass.Country | WordClass.Month)
            ? article.Tokens[First].Word.Gender
            : 'u';

    /// <summary>'m', 'f' or 'u', by the noun that somebody unnamed is called by: "a fireman" is a man; a chairman or a spokesman may be a woman, and so may a German.</summary>
    public static char GenderOfNoun(in Token noun) =>
        noun.Is(WordClass.PersonNoun) && !noun.Is(WordClass.Demonym | WordClass.PeopleName) && noun.Word.Text != "human" && !noun.Word.Text.EndsWith("chairman", StringComparison.Ordinal) && !noun.Word.Text.EndsWith("spokesman", StringComparison.Ordinal)
            ? GenderOfRole(noun.Word.Text)
            : 'u';

    /// <summary>The same, by a role worded with a name: "Congressman Hill" is a man.</summary>
    private static char GenderOfRole(string word) =>
        word.EndsWith("woman", StringComparison.Ordinal) ? 'f'
        : word.EndsWith("man", StringComparison.Ordinal) ? 'm'
        : GenderOf(word);

    /// <summary>'m', 'f' or 'u', by a noun that only a man or only a woman is called by; nobody named "the chairman" alone need be a man.</summary>
    public static char GenderOf(string word) => word switch
    {
        "woman" or "actress" or "queen" or "mother" or "sister" or "wife" or "widow" or "daughter" => 'f',
        "man" or "king" or "father" or "brother" or "husband" or "son" => 'm',
        _ => 'u',
    };
}
