using System.Globalization;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>The files of names: countries, bodies, places, titles, given names.</summary>
internal static class NameVocabulary
{
    public static void Load(LexiconBuilder builder)
    {
        Countries(builder);
        Organizations(builder);
        Titles(builder);
        GivenNames(builder);
        Places(builder);
    }

    private static void Countries(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("countries.tsv"))
        {
            var country = new Country(row[0], row[1]);
            builder.CountriesByCode.Add(country.Code, country);
            foreach (var name in row.List(3).Prepend(country.Name))
            {
                Hang(name, WordClass.Country);
            }

            foreach (var demonym in row.List(2))
            {
                Hang(demonym, WordClass.Demonym);
                Hang(Inflection.Plural(demonym), WordClass.Demonym).IsPlural = true;
            }

            foreach (var seat in row.List(4))
            {
                Hang(seat, WordClass.Seat);
            }

            Word Hang(string name, WordClass classes)
            {
                var word = builder.Add(name, classes, isName: true);
                word.Country ??= country;
                return word;
            }
        }
    }

    private static void Organizations(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("organizations.tsv"))
        {
            var organization = new Organization(
                row[0], KebabCase.Parse<SourceKind>(row[1]), row.OrNull(2), row.OrNull(3), row.List(4));
            builder.OrganizationsByName[organization.Name] = organization;
            foreach (var name in organization.Aliases.Prepend(organization.Name))
            {
                builder.Add(name, WordClass.Organization, isName: true, isAsSpelled: true).Organization ??= organization;
            }
        }
    }

    private static void Titles(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("titles.tsv"))
        {
            var gender = row[2].Length > 0 ? row[2][0] : 'u';
            builder.Add(row[0], WordClass.Title).Title ??= new Title(row[0], row[1], gender);
        }
    }

    private static void GivenNames(LexiconBuilder builder)
    {
        foreach (var row in Table.Read("given-names.tsv"))
        {
            var word = builder.Add(row[0], WordClass.GivenName, isName: true);
            if (row[1].Length > 0)
            {
                word.Gender = row[1][0];
            }
        }
    }

    private static void Places(LexiconBuilder builder)
    {
        var named = new Dictionary<Word, List<Place>>();
        foreach (var row in Table.Read("places.tsv"))
        {
            var place = new Place(
                row[0], row[1], Degrees(row[2]), Degrees(row[3]), KebabCase.Parse<PlacePrecision>(row[4]),
                int.TryParse(row[5], NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : 0);
            foreach (var name in row.List(6).Prepend(place.Name))
            {
                var word = builder.Add(name, WordClass.Place, isName: true);
                if (!named.TryGetValue(word, out var places))
                {
                    named.Add(word, places = []);
                }

                places.Add(place);
            }
        }

        foreach (var (word, places) in named)
        {
            word.Places = [.. places.OrderByDescending(place => place.Population)];
        }
    }

    private static double? Degrees(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
