using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>
/// The words of the vocabulary by their folded spelling. Every word of every text is looked up here once, so it is a plain
/// table with linear probing, at most half full, rather than a general dictionary; and nearly every word is short and made of plain letters, so that
/// its whole spelling is a number which lies in the table itself.
/// </summary>
internal sealed class WordTable
{
    /// <summary>Plain letters take five bits each: so many of them fill a number, and leave its highest bit free.</summary>
    private const int MostLetters = 12;

    private const int BitsOfLetter = 5;

    /// <summary>Set where the number is a hash of the spelling, which other spellings may have as well.</summary>
    private const ulong IsHash = 1UL << 63;

    private readonly Slot[] slots;
    private readonly int mask;

    public WordTable(IReadOnlyCollection<Word> words)
    {
        slots = new Slot[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Count * 2)];
        mask = slots.Length - 1;
        foreach (var word in words)
        {
            var key = Key(word.Text);
            var at = First(key);
            while (slots[at].Entry.Word is not null)
            {
                at = (at + 1) & mask;
            }

            slots[at] = new Slot(key, WordEntry.Of(word));
        }
    }

    public WordEntry? Find(ReadOnlySpan<char> folded) => Find(folded, Key(folded));

    /// <param name="folded">The spelling, of plain small letters only.</param>
    /// <param name="letters">These letters joined, each by <see cref="With"/>.</param>
    public WordEntry? FindPlain(ReadOnlySpan<char> folded, ulong letters) => Find(folded, folded.Length <= MostLetters ? letters : Hash(folded));

    /// <summary>The number of a spelling with one more plain small letter.</summary>
    public static ulong With(ulong letters, uint next) => (letters << BitsOfLetter) | (next & 0x1F);

    private WordEntry? Find(ReadOnlySpan<char> folded, ulong key)
    {
        for (var at = First(key); slots[at] is { Entry.Word: { } word } slot; at = (at + 1) & mask)
        {
            if (slot.Key == key && ((key & IsHash) == 0 || folded.SequenceEqual(word.Text)))
            {
                return slot.Entry;
            }
        }

        return null;
    }

    /// <summary>Where a spelling is looked for first. Spellings come from the vocabulary, so nobody can choose colliding ones.</summary>
    private int First(ulong key) => unchecked((int)((key * 0x9E3779B97F4A7C15UL) >> 32)) & mask;

    /// <summary>A spelling as a number: its own where it is short and plain, else a hash.</summary>
    private static ulong Key(ReadOnlySpan<char> folded)
    {
        if (folded.Length > MostLetters)
        {
            return Hash(folded);
        }

        var key = 0UL;
        foreach (var character in folded)
        {
            if (!char.IsAsciiLetterLower(character))
            {
                return Hash(folded);
            }

            key = With(key, character);
        }

        return key;
    }

    /// <summary>FNV-1a over UTF-16 units.</summary>
    private static ulong Hash(ReadOnlySpan<char> folded)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var character in folded)
            {
                hash = (hash ^ character) * 1099511628211UL;
            }

            return hash | IsHash;
        }
    }

    private readonly record struct Slot(ulong Key, WordEntry Entry);
}
