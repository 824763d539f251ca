using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>
/// The words of the vocabulary by their folded spelling. Every word of every text is looked up here once, so it is a plain
/// table with linear probing, at most half full, rather than a general dictionary.
/// </summary>
internal sealed class WordTable
{
    private readonly Word?[] slots;
    private readonly int mask;

    public WordTable(IReadOnlyCollection<Word> words)
    {
        slots = new Word?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Count * 2)];
        mask = slots.Length - 1;
        foreach (var word in words)
        {
            var slot = Hash(word.Text) & mask;
            while (slots[slot] is not null)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = word;
        }
    }

    public Word? Find(ReadOnlySpan<char> folded)
    {
        var slot = Hash(folded) & mask;
        while (slots[slot] is { } word)
        {
            if (folded.SequenceEqual(word.Text))
            {
                return word;
            }

            slot = (slot + 1) & mask;
        }

        return null;
    }

    /// <summary>FNV-1a over UTF-16 units; spellings come from the vocabulary, so nobody can choose colliding ones.</summary>
    private static int Hash(ReadOnlySpan<char> folded)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var character in folded)
            {
                hash = (hash ^ character) * 16777619u;
            }

            return (int)(hash ^ (hash >> 15));
        }
    }
}
