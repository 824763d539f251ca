using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>How often an article names each country: which San Miguel it means.</summary>
internal static class CountryMentions
{
    public static IReadOnlyDictionary<string, int> In(Article article)
    {
        var mentions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ref readonly var token in article.Tokens.AsSpan())
        {
            if (token.Is(WordClass.Country | WordClass.Demonym | WordClass.Seat) && token.Word.Country is { } country)
            {
                mentions[country.Code] = mentions.GetValueOrDefault(country.Code) + 1;
            }
        }

        return mentions;
    }
}
