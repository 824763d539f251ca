using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>The persons an article names: one for "John Kirby", "Kirby" and "Mr. Kirby", with what is said of them.</summary>
internal sealed class Persons(ParsedArticle parsed, Bodies bodies, NameIndex names)
{
    private const int MostNamesakes = 20;

    private readonly Dictionary<string, List<Source>> bySurname = new(StringComparer.Ordinal);
    private readonly List<Source> inOrder = [];
    private readonly Article article = parsed.Article;

    /// <summary>The person whom a noun phrase names; its units tell an apposition.</summary>
    public Source Of(NounPhrase noun, PersonName name, Passage? passage, int unit)
    {
        var surname = name.Surname(article);
        var known = Known(surname, name, noun);
        if (known is null && !name.HasGivenName && names.Find(surname) is var (fullNoun, fullName))
        {
            known = Kept(surname, fullName, fullNoun);
        }

        if (known is null)
        {
            known = Kept(surname, name, noun);
            known.Gender = known.Gender == 'u' ? name.GenderOfBare(article, noun) : known.Gender;
        }

        var person = known;
        Describe(person, noun, name, passage, unit);
        return person;
    }

    /// <summary>The person whom a noun phrase names behind a role, "the ministry's spokesman, [Tom Hall]": tokens [First, End) are the role.</summary>
    public Source InRole(NounPhrase noun, PersonName name, Passage passage, (int First, int End) role)
    {
        var person = Of(noun, name, null, -1);
        Describe(person, role, passage);
        return person;
    }

    /// <summary>Somebody of that surname was told of.</summary>
    public bool IsKnown(string surname) => bySurname.ContainsKey(surname);

    /// <summary>The last person described by a role that holds a word ("the spokesperson").</summary>
    /// <param name="word">The role's noun.</param>
    /// <param name="country">The nation worded with it ("the Chilean president"), or null.</param>
    public Source? ByRole(string word, string? country)
    {
        for (var index = inOrder.Count - 1; index >= Math.Max(0, inOrder.Count - MostNamesakes); index--)
        {
            if (inOrder[index].Role is { } role && HasWord(role, word) && (country is null || inOrder[index].Country == country))
            {
                return inOrder[index];
            }
        }

        return null;
    }

    private static bool HasWord(string role, string word) =>
        role.Split(' ').Any(part => part.Equals(word, StringComparison.OrdinalIgnoreCase));

    private Source? Known(string surname, PersonName name, NounPhrase noun)
    {
        if (!bySurname.TryGetValue(surname, out var sharing))
        {
            return null;
        }

        var gender = name.Gender(article, noun);
        for (var index = sharing.Count - 1; index >= Math.Max(0, sharing.Count - MostNamesakes); index--)
        {
            var person = sharing[index];
            var fits = !name.HasGivenName || !person.HasGivenName || GivenNameOf(person.Name) == GivenNameOf(name.Text(article));
            if (fits && (gender == 'u' || person.Gender == 'u' || gender == person.Gender))
            {
                return person;
            }
        }

        return null;
    }

    private static string GivenNameOf(string name) => name.Split(' ')[0].TrimEnd('.');

    private Source Kept(string surname, PersonName name, NounPhrase noun)
    {
        var person = new Source
        {
            Name = name.Text(article),
            Kind = SourceKind.Person,
            IsSomebody = true,
            Surname = surname,
            HasGivenName = name.HasGivenName,
            Gender = name.Gender(article, noun),
        };
        Describe(person, noun, name, null, -1);
        if (!bySurname.TryGetValue(surname, out var sharing))
        {
            bySurname.Add(surname, sharing = []);
        }

        sharing.Add(person);
        inOrder.Add(person);
        return person;
    }

    private void Describe(Source person, NounPhrase noun, PersonName name, Passage? passage, int unit)
    {
        var text = name.Text(article);
        if (text.Length > person.Name.Length && name.HasGivenName)
        {
            person.Aliases.Add(person.Name);
            person.Name = text;
            person.HasGivenName = true;
        }
        else
        {
            person.Aliases.Add(text);
        }

        person.Gender = person.Gender == 'u' ? name.Gender(article, noun) : person.Gender;
        var role = name.RoleFirst < name.First ? (name.RoleFirst, name.First)
            : passage is not null ? Apposition.Behind(passage, unit)
            : null;
        if (role is { } worded)
        {
            Describe(person, worded, passage);
        }
    }

    private void Describe(Source person, (int First, int End) role, Passage? passage)
    {
        var (first, end) = role;
        if (person.Role is null)
        {
            person.Role = Wording.Of(article, first, end);
            person.Affiliation = bodies.Within(first, end) ?? Apposition.Body(passage, bodies, first, end);
            person.Country = person.Affiliation?.Country ?? Names.Country(article, first, end)?.Code;
        }
    }
}
