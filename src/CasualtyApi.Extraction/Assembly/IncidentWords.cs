using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>Whether a sentence tells of one event: "in a clash", "the blast".</summary>
internal static class IncidentWords
{
    public static bool Has(Article article, Sentence sentence)
    {
        for (var index = sentence.First; index + 1 < sentence.End; index++)
        {
            if (!article.Tokens[index].Is(WordClass.Article | WordClass.Determiner))
            {
                continue;
            }

            for (var at = index + 1; at < sentence.End && at < index + 5 && !article.Tokens[at].Is(WordClass.Function); at++)
            {
                ref readonly var token = ref article.Tokens[at];
                if (token.Word.NotPeople == "event" && !token.Word.IsPlural && token.Word.Text is not ("war" or "conflict" or "invasion" or "offensive" or "campaign"))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
