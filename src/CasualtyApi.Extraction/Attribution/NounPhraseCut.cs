using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A part of a noun phrase as a noun phrase of its own: the possessor, or the words before the head.</summary>
internal static class NounPhraseCut
{
    public static NounPhrase Of(Article article, NounPhrase noun, int first, int end)
    {
        var tokens = article.Tokens;
        var person = end - 1;
        while (person >= first && !tokens[person].Is(WordClass.PersonNoun))
        {
            person--;
        }

        var (nameFirst, nameEnd) = Names.Find(article, first, end, person);
        return new NounPhrase(first, end)
        {
            Head = end - 1,
            Determiner = first == noun.First ? noun.Determiner : 0,
            Person = person >= first ? tokens[person].Word.Person : null,
            PersonToken = person >= first ? person : -1,
            IsPlural = tokens[end - 1].Word.IsPlural,
            IsPronoun = end == first + 1 && tokens[first].Is(WordClass.Possessive | WordClass.Pronoun),
            Country = Names.Country(article, first, end),
            Organization = Names.Organization(article, first, end),
            NameFirst = nameFirst,
            NameEnd = nameEnd,
        };
    }
}
