using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>A word with what is asked of every word of every text, so that the word itself is only looked at where a rule asks for it.</summary>
/// <param name="Word">The word.</param>
/// <param name="Class">All that it can be.</param>
/// <param name="InPhrases">Whether entries of several words begin with it or go on with it.</param>
internal readonly record struct WordEntry(Word Word, WordClass Class, TokenFlags InPhrases)
{
    public static WordEntry Of(Word word) => new(
        word,
        word.Class,
        (word.Phrases is null ? TokenFlags.None : TokenFlags.BeginsPhrases) | (word.GoesOnPhrases ? TokenFlags.GoesOnPhrases : TokenFlags.None));

    /// <summary>What the word can be as it is written: a name is one only when it is capitalised, a short country name ("US") only in capitals.</summary>
    public WordClass ClassAs(TokenFlags flags)
    {
        if ((Class & WordClass.Name) == 0)
        {
            return Class;
        }

        if ((flags & TokenFlags.Capitalized) == 0)
        {
            return Class & ~(WordClass.Name & ~WordClass.PeopleName);
        }

        if (Word.Text.Length != 2)
        {
            return Class;
        }

        // "US soldiers" are no soldiers of ours; "Kim Jong Un" is not the UN.
        return (flags & TokenFlags.AllCapitals) == 0 ? Class & ~(WordClass.Country | WordClass.Organization | ((Class & WordClass.Organization) != 0 ? WordClass.Adjective : WordClass.None))
            : (Class & WordClass.Country) != 0 ? Class & ~WordClass.Pronoun : Class;
    }
}
