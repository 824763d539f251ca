using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>Resolves every mention of a speaker to one source of the article, in the order of the text.</summary>
internal sealed class SourceBook
{
    private readonly ParsedArticle parsed;
    private readonly Bodies bodies;
    private readonly Persons persons;
    private readonly Unnamed unnamed;
    private readonly PronounResolver pronouns;
    private readonly Dictionary<int, Source?> resolved = [];

    public SourceBook(ParsedArticle parsed, BitMap quoted)
    {
        this.parsed = parsed;
        bodies = new Bodies(parsed);
        persons = new Persons(parsed, bodies, new NameIndex(parsed));
        unnamed = new Unnamed(parsed.Article, bodies);
        pronouns = new PronounResolver(parsed, bodies, persons, quoted, InRole);
    }

    /// <summary>Whom the words mean; null where nobody can be told.</summary>
    public Source? Resolve(SpeakerPart part, Passage passage)
    {
        if (!resolved.TryGetValue(part.Noun.First, out var source))
        {
            source = Find(part.Noun, passage, part);
            resolved.Add(part.Noun.First, source);
        }

        if (source is not null)
        {
            pronouns.Remember(parsed.SentenceOf(part.Noun.First), source);
        }

        return source;
    }

    /// <summary>Whom words that were resolved meant.</summary>
    public Source? Meant(SpeakerPart part) => resolved.GetValueOrDefault(part.Noun.First);

    private Source? Find(NounPhrase noun, Passage passage, SpeakerPart part)
    {
        var unit = part.Unit;
        if (noun.IsPronoun)
        {
            return pronouns.Of(noun, passage, unit);
        }

        var article = parsed.Article;
        if ((BodyBehind(passage, part) ?? (IsStranger(noun) ? NamedBehind(passage, part) : null)) is { } named)
        {
            return named;
        }

        if (TheBody(noun) is { } spoken)
        {
            return spoken;
        }

        if (bodies.Named(noun) is { } body)
        {
            return body;
        }

        if (PersonName.In(article, noun) is { } name)
        {
            return Person(noun, name, passage, unit);
        }

        if (NamedBehind(passage, part) is { } apposed)
        {
            return apposed;
        }

        return InRole(noun);
    }

    /// <summary>"the group", "the Britain-based organisation", "the newspaper": the body of that kind that spoke last, where the words name none; null where they do, or none spoke.</summary>
    private Source? TheBody(NounPhrase noun)
    {
        var tokens = parsed.Article.Tokens;
        if (noun is { IsPlural: true } or { Count: not null } || tokens[noun.First].Word.Text != "the" || noun.End != noun.Head + 1 || tokens[noun.End].Word.Text == "of")
        {
            return null;
        }

        for (var token = noun.First + 1; token <= noun.Head; token++)
        {
            // "Britain-based" says where it is, and no name.
            if (tokens[token].Capitalized && !parsed.Article.TextOf(tokens[token]).Contains('-') && !parsed.Article.IsUpperCase)
            {
                return null;
            }
        }

        return tokens[noun.Head].Word.Text switch
        {
            "group" or "movement" => GroupBefore(noun) ?? pronouns.LastBody(kind => kind is SourceKind.Organization or SourceKind.ArmedGroup or SourceKind.Analyst),
            "organization" or "organisation" or "charity" or "watchdog" or "monitor" or "nonprofit" or "body" => pronouns.LastBody(kind => kind is SourceKind.Organization or SourceKind.Intergovernmental or SourceKind.Analyst),
            "network" or "newspaper" or "paper" or "broadcaster" or "outlet" or "magazine" => pronouns.LastBody(kind => kind is SourceKind.Media) ?? (tokens[noun.Head].Word.Text == "network" ? pronouns.LastBody(kind => kind is SourceKind.Organization) : null),
            "agency" => pronouns.LastBody(kind => kind is SourceKind.Intergovernmental or SourceKind.Media or SourceKind.Organization),
            _ => null,
        };
    }

    /// <summary>"Seven fighters of the Liberation Army were killed, the group said": the armed group named nearest before in the sentence or the one before it; null where none is.</summary>
    private Source? GroupBefore(NounPhrase noun)
    {
        var article = parsed.Article;
        var first = article.Sentences[Math.Max(0, parsed.SentenceOf(noun.First) - 1)].First;
        for (var token = noun.First - 1; token >= first; token--)
        {
            if (article.Tokens[token].Is(WordClass.Organization) && article.Tokens[token].Word.Organization is { Kind: SourceKind.ArmedGroup or SourceKind.Organization })
            {
                return bodies.Within(token, token + 1);
            }
        }

        return null;
    }

    /// <summary>Whoever was named with the role before, "the spokesman"; else somebody unnamed.</summary>
    private Source InRole(NounPhrase noun)
    {
        var article = parsed.Article;
        var definite = article.Tokens[noun.First].Word.Text is "the" && noun.End - noun.First <= 3 && noun.Person is not null && !noun.IsPlural;
        return (definite ? pronouns.ByRole(noun.First, article.TextOf(article.Tokens[noun.Head]).ToString(), noun.Country?.Code) : null) ?? unnamed.Of(noun);
    }

    private Source Person(NounPhrase noun, PersonName name, Passage passage, int unit)
    {
        var article = parsed.Article;
        if (noun.Person is { IsKeptUnnamed: true } && noun.PersonToken < name.First)
        {
            return unnamed.Private(Wording.Of(article, name.RoleFirst, name.First), noun);
        }

        if (Apposition.Behind(passage, unit) is var (first, end) && passage.Noun(Apposition.UnitBehind(passage, unit)) is { Person.IsKeptUnnamed: true } apposed)
        {
            return unnamed.Private(Wording.Of(article, first, end), apposed);
        }

        return persons.Of(noun, name, passage, unit);
    }

    /// <summary>"His opposite number, Dilan Perera,", "the Tánaiste, Cormac Devlin,": any noun that is somebody's, or one, before a name between commas.</summary>
    private bool IsSomebodys(NounPhrase role) =>
        role is { Count: null, IsElliptic: false } && parsed.Article.Tokens[role.First] is var first && (first.Word.Text == "the" || first.Is(WordClass.Possessive)) && parsed.Article.Tokens[role.Head] is var head && head.Word.NotPeople is null or "other" && !head.Is(WordClass.Adjective | WordClass.Ordinal)
        && (head.Class != WordClass.None || head.Capitalized || first.Is(WordClass.Possessive)) && BodyNouns.KindOf(parsed.Article, role.Head) is null;

    /// <summary>"the Tánaiste, Cormac Devlin,": behind "the" a single word that nobody knows is no name.</summary>
    private bool IsStranger(NounPhrase noun) =>
        noun is { HasName: true, IsPlural: false } && noun.End == noun.First + 2 && parsed.Article.Tokens[noun.First].Word.Text == "the";

    /// <summary>"The company, OrthoVance, said", "the UN's humanitarian office, OCHA, said": a body's name between commas behind what it is.</summary>
    private Source? BodyBehind(Passage passage, SpeakerPart part)
    {
        var at = NounPhraseWalk.EndOf(passage, part.Unit) + 1;
        return part.Noun is { IsPlural: false, HasName: false, Determiner: var determiner, PossessorEnd: var possessor } what && (determiner != 0 || possessor >= 0)
            && BodyNouns.KindOf(parsed.Article, what.Head) is { } kind && passage.Is(at - 1, ChunkKind.Comma) && passage.Is(at + 1, ChunkKind.Comma) && passage.Verb(at + 2) is not null
            && passage.Noun(at) is { IsPronoun: false, Count: null, Determiner: 0 } name && parsed.Article.Tokens[name.First].Capitalized && parsed.Article.Tokens[name.Head].Capitalized && !parsed.Article.IsUpperCase
            && !(PersonName.In(parsed.Article, name) is { HasGivenName: true }) && !parsed.Article.Tokens[name.Head].Is(WordClass.Place | WordClass.Country | WordClass.Weekday | WordClass.Month)
            ? bodies.Apposed(name, what, kind)
            : null;
    }

    /// <summary>"The spokesman for the ministry, John Smith, said": the name stands in the apposition. A private person's is not kept.</summary>
    private Source? NamedBehind(Passage passage, SpeakerPart part)
    {
        var role = part.Noun;
        var name = NounPhraseWalk.EndOf(passage, part.Unit) + 1;
        var isOneOfThem = role is { IsElliptic: true, Count: { Low: 1, High: 1 } } && passage.Word(part.Unit + 1) == "of";
        if (role.IsPlural || !(isOneOfThem || Apposition.IsRole(parsed.Article, role) || IsSomebodys(role)) || !passage.Is(name - 1, ChunkKind.Comma) || passage.Noun(name) is not { HasName: true } noun
            || !(name + 1 >= passage.Count || passage.Is(name + 1, ChunkKind.Comma) || passage.IsStop(name + 1)) || PersonName.In(parsed.Article, noun) is not { } found || (!isOneOfThem && !Apposition.IsRole(parsed.Article, role) && !found.HasGivenName))
        {
            return null;
        }

        var first = role.First;
        while (first < role.Head && parsed.Article.Tokens[first].Is(WordClass.Article | WordClass.Determiner | WordClass.Possessive | WordClass.Cardinal))
        {
            first++;
        }

        var end = passage[name - 2].End;
        return role.Person is { IsKeptUnnamed: true } ? unnamed.Private(Wording.Of(parsed.Article, first, end), role) : persons.InRole(noun, found, passage, (first, end));
    }
}
