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
                if (IsEvent(token) && !token.Word.IsPlural)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether any event is named, in the plural or without an article, too: "air raids", "shelling"; the verb must then tell of one.</summary>
    public static bool HasAny(Article article, Sentence sentence, bool withPlurals)
    {
        for (var index = sentence.First; index < sentence.End; index++)
        {
            if (IsEvent(article.Tokens[index]) && (withPlurals || !article.Tokens[index].Word.IsPlural))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsEvent(in Token token) =>
        token.Word.NotPeople == "event" && token.Word.Text is not ("war" or "conflict" or "invasion" or "offensive" or "campaign" or "civil war" or "armed conflict" or "case" or "funeral" or "investigation"
            or "trial" or "visit" or "disease" or "epidemic" or "famine" or "pandemic" or "infection" or "outbreak" or "operation" or "protest" or "test" or "arrest" or "wars" or "conflicts");

    /// <summary>Whether a sentence tells that something struck: "A bomb exploded in the market."</summary>
    public static bool HasVerb(Article article, Sentence sentence)
    {
        for (var index = sentence.First; index < sentence.End; index++)
        {
            if (article.Tokens[index].Is(WordClass.VerbPast) && article.Tokens[index].Word.Verb?.Lemma
                is "explode" or "detonate" or "attack" or "strike" or "hit" or "collapse" or "crash" or "ambush" or "storm" or "ram" or "capsize" or "sink" or "erupt" or "raid" or "shell" or "bomb" or "burst" or "overturn" or "derail" or "topple")
            {
                return true;
            }

            if (article.Tokens[index].Word.Text == "fire" && index > sentence.First && article.Tokens[index - 1].Word.Verb?.Lemma == "open")
            {
                return true;
            }
        }

        return false;
    }
}
