namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>Regular English inflection; what is irregular stands in the vocabulary files.</summary>
internal static class Inflection
{
    public static string Plural(string noun)
    {
        if (noun.EndsWith("man", StringComparison.Ordinal) && noun.Length > 3 && !noun.EndsWith("german", StringComparison.Ordinal))
        {
            return noun[..^3] + "men";
        }

        return AddS(noun);
    }

    /// <summary>The third person singular, and the regular plural: "-s", "-es" after a hiss, "-ies" for "-y" after a consonant.</summary>
    public static string AddS(string word)
    {
        if (EndsInConsonantAndY(word))
        {
            return word[..^1] + "ies";
        }

        return word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z')
            || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
            ? word + "es"
            : word + "s";
    }

    public static string Past(string verb, bool doubled)
    {
        if (verb.EndsWith('e'))
        {
            return verb + "d";
        }

        return EndsInConsonantAndY(verb) ? verb[..^1] + "ied" : Doubled(verb, doubled) + "ed";
    }

    public static string Ing(string verb, bool doubled)
    {
        if (verb.EndsWith("ie", StringComparison.Ordinal))
        {
            return verb[..^2] + "ying";
        }

        var keepsE = verb.EndsWith("ee", StringComparison.Ordinal) || verb.EndsWith("oe", StringComparison.Ordinal)
            || verb.EndsWith("ye", StringComparison.Ordinal) || verb.Length <= 2;
        return verb.EndsWith('e') && !keepsE ? verb[..^1] + "ing" : Doubled(verb, doubled) + "ing";
    }

    private static string Doubled(string verb, bool doubled) => doubled ? verb + verb[^1] : verb;

    private static bool EndsInConsonantAndY(string word) =>
        word.Length > 1 && word[^1] == 'y' && !"aeiou".Contains(word[^2], StringComparison.Ordinal);
}
