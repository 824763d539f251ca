using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Places;

/// <summary>Nouns that say what kind of place a name is: "village", "refugee camp", "province".</summary>
internal static class KindOfPlace
{
    public static bool IsRegion(string word) =>
        word is "region" or "province" or "oblast" or "state" or "department" or "district" or "governorate" or "county" or "prefecture" or "area" or "territory";

    public static bool IsSettlement(string word) =>
        word is "city" or "town" or "village" or "capital" or "port" or "suburb" or "municipality" or "settlement" or "island" or "neighbourhood" or "neighborhood"
            or "hamlet" or "township" or "commune" or "kibbutz" or "quarter" or "locality" or "ward" or "subdistrict" or "slum";

    /// <summary>The token behind a name and the word that calls it a region ("Tamil Nadu [state]"); behind the name alone where none does.</summary>
    public static int Over(Article article, Sentence sentence, int end) => end < sentence.End && IsRegion(article.Tokens[end].Word.Text) ? end + 1 : end;

    /// <summary>Whether a word names a region, a settlement, a camp: what stands before "of" and a name.</summary>
    public static bool Is(string word) => IsRegion(word) || IsSettlement(word) || word == "camp";

    /// <summary>How closely a name before or behind a noun is known by it; null where the noun makes no place of a name ("the Smith home").</summary>
    public static PlacePrecision? Of(in Token noun)
    {
        var word = noun.Word.Text[(noun.Word.Text.LastIndexOf(' ') + 1)..];
        if (word is "district" || IsSettlement(word))
        {
            return PlacePrecision.City;
        }

        return IsRegion(word) ? PlacePrecision.Region
            : word is "valley" or "mountain" or "mountains" or "river" or "forest" or "corridor" or "plateau" ? PlacePrecision.Region
            : IsSite(noun, word) ? PlacePrecision.Exact
            : null;
    }

    /// <summary>A building or a work that is called by a place, not by an owner.</summary>
    private static bool IsSite(in Token noun, string word) =>
        noun.Word.NotPeople == "building"
        && word is not ("home" or "house" or "villa" or "apartment" or "flat" or "room" or "office" or "building" or "ministry" or "embassy" or "consulate" or "nation" or "country" or "store" or "shop"
            or "position" or "border" or "location" or "window" or "wall" or "hideout" or "stronghold" or "headquarters" or "dwelling" or "farm" or "court" or "car" or "statue" or "monument" or "facility" or "institution");
}
