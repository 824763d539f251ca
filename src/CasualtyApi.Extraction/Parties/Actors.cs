using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Parties;

/// <summary>Whom an article can mean by those who did something: forces, fighters, a nation.</summary>
internal sealed class Actors(ParsedArticle parsed)
{
    private readonly Article article = parsed.Article;
    private (Organization? Only, int First, int Another)? groups;

    /// <summary>Whether a phrase names people who fight, or a nation that does.</summary>
    public bool IsActor(NounPhrase phrase) =>
        !phrase.IsPronoun && !IsFormer(phrase)
        && ((phrase.Person is { Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police } && phrase.PersonToken == phrase.Head)
            || (phrase.Organization is { Kind: SourceKind.ArmedGroup or SourceKind.Military } && !article.Tokens[phrase.Head].Is(WordClass.NotPeople | WordClass.ReportingNoun))
            || (phrase.Country is not null && article.Tokens[phrase.Head].Is(WordClass.Country | WordClass.Demonym | WordClass.Seat)));

    /// <summary>"a former Marine", "an off-duty policeman": by himself.</summary>
    private bool IsFormer(NounPhrase phrase)
    {
        for (var token = phrase.First; token < phrase.Head; token++)
        {
            if (article.Tokens[token].Word.Text is "former" or "retired" or "ex") return true;
        }

        return phrase.Person is { Singular: var word } && (word.StartsWith("former ", StringComparison.Ordinal) || word.StartsWith("ex-", StringComparison.Ordinal));
    }

    /// <summary>A nation that kills does so by its forces; its rebels and its gunmen are not these.</summary>
    public PartyReading Party(NounPhrase actor)
    {
        var party = PartyReader.Of(article, actor);
        return party.Kind == PartyKind.People && article.Tokens[actor.Head].Is(WordClass.Country | WordClass.Seat) ? party with { Kind = PartyKind.Military }
            : party.Kind == PartyKind.ArmedGroup && actor.Organization is null ? party with { Name = PartyReader.KindName(PartyKind.ArmedGroup) }
            : party;
    }

    /// <summary>"its fighters", "its troops": of the group or the nation that the sentence speaks of.</summary>
    public PartyReading? Owned(NounPhrase actor, int sentence) =>
        actor is { Organization: null, Country: null } && article.Tokens[actor.First].Word.Text is "its" or "their" && Before(actor.First, sentence) is { } owner && (owner.Organization ?? (object?)owner.Country) is not null
            ? PartyReader.Of(article, actor, null, owner)
            : null;

    /// <summary>"the rebels" of an article that has named one armed group before and no other; null where the words name somebody themselves.</summary>
    public PartyReading? Named(NounPhrase actor)
    {
        if (actor is not { Organization: null, Country: null, Count: null, Person.Kind: PartyKind.ArmedGroup } || article.Tokens[actor.First].Word.Text != "the")
        {
            return null;
        }

        var (only, first, another) = groups ??= Groups();
        return only is null || actor.First <= first || actor.First > another ? null : PartyReader.Of(article, actor) with { Name = only.Name, Country = only.CountryCode, Kind = PartyKind.ArmedGroup };
    }

    /// <summary>The armed group that the article names first, where it does, and where it first names another. All in capitals, "IS" is a verb.</summary>
    private (Organization? Only, int First, int Another) Groups()
    {
        Organization? only = null;
        var first = -1;
        for (var token = 0; token < article.Tokens.Length; token++)
        {
            if (!article.Tokens[token].Is(WordClass.Organization) || (article.IsUpperCase && article.Tokens[token].Is(WordClass.Function)) || article.Tokens[token].Word.Organization is not { Kind: SourceKind.ArmedGroup } group || ReferenceEquals(group, only))
            {
                continue;
            }

            if (only is not null)
            {
                return (only, first, token);
            }

            (only, first) = (group, token);
        }

        return (only, first, int.MaxValue);
    }

    /// <summary>Whom "it" and "they" mean: who is said to speak in the sentence, else the nearest actor before; in the sentence before, its first.</summary>
    public NounPhrase? Meant(NounPhrase pronoun, int sentence)
    {
        if (article.Tokens[pronoun.Head].Word.Text is not ("it" or "they"))
        {
            return null;
        }

        var view = parsed.ViewOf(sentence);
        return Before(pronoun.First, sentence) ?? (IsFirst(view, pronoun) && sentence > 0 ? FirstOf(sentence - 1) : null);
    }

    /// <summary>Who is said to speak before a token in its sentence, else the first actor there.</summary>
    private NounPhrase? Before(int token, int sentence)
    {
        var view = parsed.ViewOf(sentence);
        NounPhrase? nearest = null;
        for (var at = 0; at < view.Chunks.Count && view.Chunks[at].First < token; at++)
        {
            if (view.VerbAt(at) is { Reporting: not null } && view.NounAt(view.SubjectOf(at)) is { } speaker && IsActor(speaker))
            {
                nearest = speaker;
            }
            else if (view.VerbAt(at)?.Reporting is null && view.NounAt(at) is { } phrase && IsActor(phrase) && nearest is null)
            {
                nearest = phrase;
            }
        }

        return nearest;
    }

    /// <summary>No other noun that the pronoun could mean stands before it in its sentence.</summary>
    private static bool IsFirst(SentenceView view, NounPhrase pronoun) =>
        view.Chunks.First(chunk => chunk is NounPhrase noun && !Victims.IsTime(view, noun)).First == pronoun.First;

    private NounPhrase? FirstOf(int sentence) =>
        parsed.ChunksOf(sentence).Find(chunk => chunk is NounPhrase) is NounPhrase first && IsActor(first) ? first : null;
}
