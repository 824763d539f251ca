namespace CasualtyApi.Extraction.Text;

/// <summary>An entry of several words.</summary>
/// <param name="Rest">The words after the first.</param>
/// <param name="Entry">What the whole means.</param>
/// <param name="IsName">True where it is read only when its words are capitalised.</param>
internal sealed record Phrase(Word[] Rest, Word Entry, bool IsName)
{
    private uint small;

    /// <summary>Whether a word of a name, by its place, may begin small: a spelling of it does ("UN human rights office", "al-Jazeera").</summary>
    public bool IsSmall(int place) => place < 32 && (small & 1u << place) != 0;

    /// <summary>Takes the capitals of a spelling, as far as its words are those of the entry.</summary>
    public void Spell(IReadOnlyList<string> words)
    {
        for (var place = 0; place < words.Count && words.Count == Rest.Length + 1; place++)
        {
            if (place < 32 && char.IsLower(words[place][0])) small |= 1u << place;
        }
    }
}
