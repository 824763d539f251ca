using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Places;

/// <summary>Which place of a name is meant: one of a country the article speaks of, of the kind worded, and the most populous.</summary>
internal static class PlaceGazetteer
{
    public static PlaceReading? Resolve(Article article, int index, string kind, IReadOnlyDictionary<string, int> countries)
    {
        ref readonly var token = ref article.Tokens[index];
        var text = article.TextOf(token).ToString();
        if (token.Is(WordClass.Country) && token.Word.Country is { } country && kind.Length == 0)
        {
            return new PlaceReading(text, country.Name, country.Code, null, null, PlacePrecision.Country);
        }

        var within = CountryBehind(article, index);
        var behind = index + 1 < article.Tokens.Length ? article.Tokens[index + 1].Word.Text : "";
        var before = index > 0 ? article.Tokens[index - 1].Word.Text : "";
        var isRegion = KindOfPlace.IsRegion(kind) || KindOfPlace.IsRegion(behind) || IsDirection(before);
        Place? best = null;
        var rank = long.MinValue;
        foreach (var place in token.Word.Places)
        {
            var score = (place.CountryCode == within ? 2_000_000_000L : 0) + (countries.ContainsKey(place.CountryCode) ? 1_000_000_000L : 0)
                + ((place.Precision == PlacePrecision.Region) == isRegion ? 500_000_000L : 0) + place.Population;
            if (score > rank)
            {
                (best, rank) = (place, score);
            }
        }

        if (best is not null && within is not null && best.CountryCode != within)
        {
            // "Paris, Texas": a namesake that the gazetteer lacks.
            return new PlaceReading(text, best.Name, within, null, null, PlacePrecision.City);
        }

        return best is null || IsDoubtful(best, token.Word, countries)
            ? null
            : new PlaceReading(text, best.Name, best.CountryCode, best.Latitude, best.Longitude, best.Precision);
    }

    /// <summary>"Tripoli, Lebanon", "Paris, Texas": the country that is named right behind a place, or whose region is; null where none is, in a list and before a verb of saying ("in Donetsk, Russia said").</summary>
    private static string? CountryBehind(Article article, int index)
    {
        var tokens = article.Tokens;
        if (index + 2 >= tokens.Length || !article.IsMark(index + 1, ',') || !tokens[index + 2].Capitalized || article.IsUpperCase
            || (index + 3 < tokens.Length && (tokens[index + 3].Is(WordClass.Coordinator | WordClass.VerbPast | WordClass.VerbS | WordClass.Auxiliary) || (article.IsMark(index + 3, ',') && index + 4 < tokens.Length && tokens[index + 4].Is(WordClass.Place | WordClass.Country | WordClass.Coordinator)))))
        {
            return null;
        }

        ref readonly var around = ref tokens[index + 2];
        return around.Is(WordClass.Country) ? around.Is(WordClass.Demonym) ? null : around.Word.Country?.Code
            : around.Word.Places is [{ Precision: PlacePrecision.Region } region, ..] ? region.CountryCode
            : null;
    }

    /// <summary>A small town that has namesakes elsewhere, in a country that the article does not speak of.</summary>
    private static bool IsDoubtful(Place best, Word word, IReadOnlyDictionary<string, int> countries) =>
        best.Population < 100_000 && best.Precision == PlacePrecision.City && !countries.ContainsKey(best.CountryCode)
        && ((word.Class & WordClass.GivenName) != 0 || word.Places.Any(place => place.CountryCode != best.CountryCode));

    /// <summary>"southern Gaza" is a part of the region, not of the city.</summary>
    private static bool IsDirection(string word) =>
        word is "southern" or "northern" or "eastern" or "western" or "central" or "south" or "north" or "east" or "west"
            or "northeastern" or "northwestern" or "southeastern" or "southwestern";
}
