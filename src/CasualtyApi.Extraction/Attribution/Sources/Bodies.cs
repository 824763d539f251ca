using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>Sources that are no persons: nations, governments, organisations, armies, ministries, each made once an article.</summary>
internal sealed class Bodies(ParsedArticle parsed)
{
    private readonly Dictionary<string, Source> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last body named by each last word, which "the ministry" then means.</summary>
    private readonly Dictionary<string, Source> byLastWord = new(StringComparer.OrdinalIgnoreCase);

    private readonly Article article = parsed.Article;

    /// <summary>The body that a noun phrase names with its head, or null.</summary>
    public Source? Named(NounPhrase noun)
    {
        ref readonly var head = ref article.Tokens[noun.Head];
        if (head.Is(WordClass.Organization) && head.Word.Organization is { } organization)
        {
            return Of(organization, Wording.Of(article, noun.Head, noun.Head + 1));
        }

        if (head.Is(WordClass.Country) && IsLastOfName(noun))
        {
            return Worded(noun, SourceKind.Organization);
        }

        if (head.Is(WordClass.Country | WordClass.Seat) && noun.PossessorEnd < 0 && head.Word.Country is { } nation)
        {
            return Nation(nation, Wording.Of(article, noun.Head, noun.Head + 1));
        }

        // "Iranian claims" are Iran's.
        if (head.Is(WordClass.Demonym) && !head.Word.IsPlural && noun.End == noun.First + 1 && noun.Country is { } claiming)
        {
            return Nation(claiming, claiming.Name);
        }

        return BodyNouns.KindOf(article, noun.Head) is { } kind ? Worded(noun, kind) : null;
    }

    /// <summary>"Border Guard Bangladesh", "Amnesty International Nigeria": a name that ends on its nation's.</summary>
    private bool IsLastOfName(NounPhrase noun)
    {
        if (article.IsUpperCase || noun.PossessorEnd >= 0 || noun.Head == noun.First || noun.HasName)
        {
            return false;
        }

        ref readonly var before = ref article.Tokens[noun.Head - 1];
        return before.Kind == TokenKind.Word && before.Capitalized && before.Is(WordClass.Noun | WordClass.PersonNoun | WordClass.Organization) && !before.Is(WordClass.Title | WordClass.Function | WordClass.Demonym);
    }

    /// <summary>The body that a phrase names anywhere in itself: "Pentagon" in "Pentagon officials", "Ukraine" in "Ukraine's President".</summary>
    public Source? Within(int first, int end)
    {
        var organization = Names.Organization(article, first, end);
        var country = Names.Country(article, first, end);
        return organization is not null ? Of(organization, null) : country is not null ? Government(country) : null;
    }

    /// <summary>The body that a name between commas names ("the company, [OrthoVance],"), which "the company" means from then on.</summary>
    public Source Apposed(NounPhrase name, NounPhrase what, SourceKind kind) =>
        byLastWord[article.TextOf(article.Tokens[what.Head]).ToString()] = Named(name) ?? Worded(name, kind)!;

    public Source Government(Country country) => Get(country.GovernmentName, () => new Source
    {
        Name = country.GovernmentName,
        Kind = SourceKind.Government,
        Country = country.Code,
    });

    private Source Nation(Country country, string alias)
    {
        var nation = Get(country.Name, () => new Source
        {
            Name = country.Name,
            Kind = SourceKind.Government,
            Country = country.Code,
            Affiliation = Government(country),
        });
        nation.Aliases.Add(alias);
        return nation;
    }

    private Source Of(Organization organization, string? alias)
    {
        var source = Get(organization.Name, () => new Source
        {
            Name = organization.Name,
            Kind = organization.Kind,
            Country = organization.CountryCode,
        });
        if (source.Affiliation is null && organization.Affiliation is { } above)
        {
            source.Affiliation = ByName(above);
        }

        if (alias is not null)
        {
            source.Aliases.Add(alias);
        }

        return source;
    }

    private Source ByName(string name) =>
        parsed.Lexicon.OrganizationsByName.TryGetValue(name, out var organization) ? Of(organization, null)
        : parsed.Lexicon.CountriesByCode.Values.FirstOrDefault(country => country.GovernmentName == name) is { } governed ? Government(governed)
        : Get(name, () => new Source { Name = name, Kind = SourceKind.Organization });

    /// <summary>"The Israeli army", "the Interior Ministry", "the ministry": by its words, or the one named before by the same last word.</summary>
    private Source? Worded(NounPhrase noun, SourceKind kind)
    {
        var (end, country) = Extent(noun, kind);
        var words = WithoutArticle(noun, end);
        var head = article.TextOf(article.Tokens[noun.Head]).ToString();
        if (article.Tokens[noun.Head].Word.Text is "government" or "administration" && country is not null)
        {
            return Government(country);
        }

        // "The army" is the state's, though an armed group that calls itself one was named before.
        if (noun.End - noun.First <= 2 && words.Length == head.Length && Earlier(words) is { } earlier && !(kind == SourceKind.Military && earlier.Kind == SourceKind.ArmedGroup))
        {
            return earlier;
        }

        return byLastWord[head] = Get(words, () => new Source
        {
            Name = words,
            Kind = kind,
            Country = country?.Code,
            Affiliation = country is not null && kind is SourceKind.Government or SourceKind.Military ? Government(country) : null,
            IsPlural = noun.IsPlural,
        });
    }

    /// <summary>"the Ministry of Defence of Ukraine": where the name of a state's body ends, and the nation that it says.</summary>
    private (int End, Country? Country) Extent(NounPhrase noun, SourceKind kind)
    {
        var (end, country) = (noun.End, noun.Country);
        for (var links = 0; links < 2 && country is null && kind is SourceKind.Government or SourceKind.Military && end + 1 < article.Tokens.Length && article.Tokens[end].Word.Text == "of"; links++)
        {
            if (NounPhraseReader.TryRead(article, end + 1, Math.Min(end + 8, article.Tokens.Length), []) is not { Count: null, IsPronoun: false } behind) break;
            (end, country) = (behind.End, behind.Country);
        }

        return (end, country);
    }

    private Source? Earlier(string head) => byLastWord.GetValueOrDefault(head);

    private string WithoutArticle(NounPhrase noun, int end)
    {
        var first = noun.First;
        while (first < noun.Head && article.Tokens[first].Is(WordClass.Article | WordClass.Determiner | WordClass.Possessive))
        {
            first++;
        }

        return Wording.Of(article, first, end);
    }

    private Source Get(string name, Func<Source> make)
    {
        if (!byName.TryGetValue(name, out var source))
        {
            byName[name] = source = make();
            if (name.LastIndexOf(' ') is > 0 and var space)
            {
                byLastWord[name[(space + 1)..]] = source;
            }
        }

        return source;
    }
}
