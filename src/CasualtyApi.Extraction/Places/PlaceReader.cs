using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Places;

/// <summary>A place named in a sentence: tokens [First, End).</summary>
internal sealed record PlacePhrase(int First, int End, PlaceReading Reading, string Rule);

/// <summary>Finds where something happened: the place behind a locative preposition nearest to the claim.</summary>
internal static class PlaceReader
{
    public static InRule In { get; } = new();

    public static List<PlacePhrase> Find(Article article, Sentence sentence, IReadOnlyDictionary<string, int> countries)
    {
        var found = new List<PlacePhrase>();
        for (var index = sentence.First; index < sentence.End; index++)
        {
            ref readonly var token = ref article.Tokens[index];
            if (token.Is(WordClass.Place | WordClass.Country | WordClass.Seat) && Governor(article, sentence.First, index) is var kind and not null
                && Resolve(article, index, kind, countries) is { } place)
            {
                found.Add(new PlacePhrase(index, index + 1, place, In.Id));
            }
        }

        return found;
    }

    /// <summary>Places nearest to the claim; one behind it before one ahead of it.</summary>
    public static PlacePhrase? Nearest(List<PlacePhrase> places, int first, int end)
    {
        PlacePhrase? nearest = null;
        var least = int.MaxValue;
        foreach (var place in places)
        {
            var distance = place.First >= end ? place.First - end : place.End <= first ? first - place.End + 12 : 0;
            if (distance < least)
            {
                (nearest, least) = (place, distance);
            }
        }

        return nearest;
    }

    /// <summary>
    /// What puts something at the place: "in" (empty), or the kind of place before "of" ("region" in "the region of Kursk");
    /// null where nothing does.
    /// </summary>
    private static string? Governor(Article article, int first, int index)
    {
        for (var at = index - 1; at >= first && at > index - 5; at--)
        {
            ref readonly var token = ref article.Tokens[at];
            if (token.Is(WordClass.Preposition))
            {
                return token.Word.Text switch
                {
                    "in" or "at" or "near" or "outside" or "inside" or "around" or "across" or "throughout" or "within" or "over" => "",
                    "of" when at > first && IsKindOfPlace(article.Tokens[at - 1].Word.Text) => article.Tokens[at - 1].Word.Text,
                    _ => null,
                };
            }

            if (!token.Is(WordClass.Article | WordClass.Adjective | WordClass.Demonym | WordClass.Place | WordClass.Title) && token.Class != WordClass.None
                && !IsKindOfPlace(token.Word.Text) && !article.IsMark(at, ','))
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsKindOfPlace(string word) => IsRegion(word) || word is "city" or "town" or "village" or "capital" or "port" or "suburb" or "municipality" or "settlement";

    private static bool IsRegion(string word) =>
        word is "region" or "province" or "oblast" or "state" or "department" or "district" or "governorate" or "county" or "prefecture" or "area" or "territory";

    private static PlaceReading? Resolve(Article article, int index, string kind, IReadOnlyDictionary<string, int> countries)
    {
        ref readonly var token = ref article.Tokens[index];
        var text = article.TextOf(token).ToString();
        if (token.Is(WordClass.Country) && token.Word.Country is { } country && kind.Length == 0)
        {
            return new PlaceReading(text, country.Name, country.Code, null, null, PlacePrecision.Country);
        }

        var behind = index + 1 < article.Tokens.Length ? article.Tokens[index + 1].Word.Text : "";
        var isRegion = IsRegion(kind) || IsRegion(behind);
        Place? best = null;
        var rank = long.MinValue;
        foreach (var place in token.Word.Places)
        {
            var score = (countries.ContainsKey(place.CountryCode) ? 1_000_000_000L : 0)
                + ((place.Precision == PlacePrecision.Region) == isRegion ? 500_000_000L : 0) + place.Population;
            if (score > rank)
            {
                (best, rank) = (place, score);
            }
        }

        return best is null || (best.Population < 100_000 && best.Precision == PlacePrecision.City && !countries.ContainsKey(best.CountryCode))
            ? null
            : new PlaceReading(text, best.Name, best.CountryCode, best.Latitude, best.Longitude, best.Precision);
    }
}
