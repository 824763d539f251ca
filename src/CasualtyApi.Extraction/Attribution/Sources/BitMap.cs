namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>Which tokens stand inside quotations that are said.</summary>
internal sealed class BitMap(int length)
{
    private readonly ulong[] bits = new ulong[length / 64 + 1];

    public bool this[int index] => (bits[index >> 6] >> (index & 63) & 1) != 0;

    public void Set(int first, int end)
    {
        for (var index = first; index < end; index++)
        {
            bits[index >> 6] |= 1UL << (index & 63);
        }
    }
}
