using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Parties;

/// <summary>Whose people "its soldiers" and "63 of their men" are.</summary>
internal sealed class Owners(ParsedArticle parsed)
{
    private readonly Article article = parsed.Article;

    /// <summary>The nation or the group nearest before a possessive, in its own sentence; null where none is.</summary>
    public NounPhrase? Of(CasualtyMention mention, NounPhrase who)
    {
        if ((who.Determiner & WordClass.Possessive) == 0 || who.Country is not null || !Fights(who) || article.Tokens[who.First].Word.Text is not ("its" or "their"))
        {
            return null;
        }

        var chunks = parsed.ChunksOf(mention.Sentence);
        for (var at = chunks.Count - 1; at >= 0; at--)
        {
            if (chunks[at].End <= who.First && chunks[at].Noun is { IsPronoun: false } phrase && IsOwner(phrase))
            {
                return phrase;
            }
        }

        return null;
    }

    private bool Fights(NounPhrase who) =>
        who.Person is { Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police } || article.Tokens[who.Head].Word.Text is "men" or "personnel" or "members" or "ranks" or "comrades";

    private bool IsOwner(NounPhrase phrase) =>
        phrase.Organization is { Kind: SourceKind.ArmedGroup or SourceKind.Military or SourceKind.Government }
        || (phrase.Country is not null && phrase.Count is null)
        || (phrase is { Count: null, Person.Kind: PartyKind.ArmedGroup or PartyKind.Military } && phrase.PersonToken == phrase.Head && article.Tokens[phrase.First].Word.Text is not ("its" or "their"));
}
