using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>What inside a noun phrase is a name.</summary>
internal static class Names
{
    /// <summary>How long what is joined to a name in small letters may be.</summary>
    private const int LongestSyllable = 5;

    /// <summary>The nation named nearest to the head: "South" Korean "North Korean troops" names North Korea.</summary>
    public static Country? Country(Article article, int first, int end)
    {
        for (var index = end - 1; index >= first; index--)
        {
            ref readonly var token = ref article.Tokens[index];
            if (token.Is(WordClass.Demonym | WordClass.Country | WordClass.Seat) && !token.Is(WordClass.Organization))
            {
                return token.Word.Country;
            }
        }

        return null;
    }

    public static Organization? Organization(Article article, int first, int end)
    {
        for (var index = end - 1; index >= first; index--)
        {
            if (article.Tokens[index].Is(WordClass.Organization))
            {
                return article.Tokens[index].Word.Organization;
            }
        }

        return null;
    }

    /// <summary>
    /// A person's name: the run of capitalised words, unknown or given names, at the phrase's end. Behind a title or a role
    /// in wire text in capitals; elsewhere wherever it stands.
    /// </summary>
    public static (int First, int End) Find(Article article, int first, int end, int personHead)
    {
        var start = end;
        while (start > first && start - 1 > personHead && IsNamePart(article, start - 1))
        {
            start--;
        }

        if (start > first && start - 1 > personHead && end - start == 3 && IsBehindHyphen(article, end - 1) && !article.Tokens[end - 1].Capitalized && article.Tokens[start - 1] is { Capitalized: true } before && before.Is(WordClass.Noun) && !before.Is(WordClass.Function | WordClass.Title | WordClass.PersonNoun | WordClass.Organization | WordClass.Country | WordClass.Demonym | WordClass.Name))
        {
            // "Park Geun-hye"
            start--;
        }

        if (article.IsUpperCase && start < end && !HasNameEvidence(article, first, start, end) && !article.KnownNames.Overlaps(article, start, end))
        {
            return (end, end);
        }

        return (start, end);
    }

    private static bool HasNameEvidence(Article article, int first, int start, int end)
    {
        if (start > first && article.Tokens[start - 1].Is(WordClass.Title | WordClass.Role | WordClass.PersonNoun))
        {
            return true;
        }

        if (start == first && end - start >= 2 && AreUnknown(article, start, end))
        {
            return true;
        }

        for (var index = start; index < end; index++)
        {
            if (article.Tokens[index].Is(WordClass.GivenName))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreUnknown(Article article, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            if (article.Tokens[index].Kind != TokenKind.Word || (article.Tokens[index].Class & ~(WordClass.GivenName | WordClass.Place)) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNamePart(Article article, int index)
    {
        ref readonly var token = ref article.Tokens[index];
        if (token.Kind == TokenKind.Punctuation)
        {
            return CharacterClass.IsDash(article.Text[token.Start]) && index > 0 && IsNamePart(article, index - 1);
        }

        if (token.Kind == TokenKind.Word && IsBehindHyphen(article, index))
        {
            return true;
        }

        if (token.Kind != TokenKind.Word || !token.Capitalized)
        {
            return false;
        }

        return (!article.IsUpperCase && IsPersonNounAsSurname(article.Tokens, index)) || (token.Is(WordClass.GivenName) && !(article.IsUpperCase && token.Is(WordClass.ReportingVerb))) || (index > 0 && !article.IsUpperCase && article.Tokens[index - 1].Is(WordClass.GivenName) && article.Tokens[index - 1].Capitalized)
            || (token.Has(TokenFlags.Abbreviation) is false && !token.Is(WordClass.Function | WordClass.Country | WordClass.Demonym | WordClass.Organization
                | WordClass.Title | WordClass.PersonNoun | WordClass.Noun | WordClass.Weekday | WordClass.Month | WordClass.Number | WordClass.Ordinal | WordClass.Adverb | WordClass.PeopleName | WordClass.Seat | WordClass.Casualty)
                && !(article.IsUpperCase && token.Is(WordClass.Adjective | WordClass.Verb)))
            || IsInitial(article, token);
    }

    /// <summary>"Zabihullah Mujahid": a noun for a person, no role or rank, with a capital behind a capitalised word that the vocabulary does not hold.</summary>
    public static bool IsPersonNounAsSurname(Tokens tokens, int index) =>
        index > 0 && tokens[index].Capitalized && !tokens[index].Has(TokenFlags.AllCapitals) && !tokens[index].Word.IsPlural
        && tokens[index - 1] is { Kind: TokenKind.Word, Class: WordClass.None, Capitalized: true } before && !before.Has(TokenFlags.AllCapitals)
        && tokens[index].Word.Person is { IsCollective: false } person && !person.Flags.Overlaps(["role", "rank", "title"]);

    /// <summary>"Chu Mei-[ling]", "Lena Ortega-[Wills]": an unknown small word, or any noun with a capital, joined to an unknown word with one.</summary>
    private static bool IsBehindHyphen(Article article, int index)
    {
        if (article.IsUpperCase || index < 2 || article.Tokens[index - 1].Kind != TokenKind.Punctuation || !CharacterClass.IsDash(article.Text[article.Tokens[index - 1].Start])
            || article.Tokens[index].SpaceBefore || article.Tokens[index - 1].SpaceBefore)
        {
            return false;
        }

        ref readonly var token = ref article.Tokens[index];
        ref readonly var before = ref article.Tokens[index - 2];
        return before is { Kind: TokenKind.Word, Capitalized: true } && !before.Has(TokenFlags.AllCapitals) && (before.Class & ~WordClass.GivenName) == 0
            && (token.Capitalized ? !token.Has(TokenFlags.AllCapitals) && !token.Is(WordClass.Function | WordClass.Organization | WordClass.Country | WordClass.Demonym | WordClass.Place)
                : token.Class == WordClass.None && token.End - token.Start <= LongestSyllable);
    }

    private static bool IsInitial(Article article, in Token token) =>
        token.End == token.Start + 2 && article.Text[token.End - 1] == '.';
}
