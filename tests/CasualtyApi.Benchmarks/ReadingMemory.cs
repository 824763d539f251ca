using System.Globalization;
using System.Text;
using CasualtyApi.Extraction;

namespace CasualtyApi.Benchmarks;

/// <summary>What one text of a mebibyte costs in memory: allocated while it is read, and still held by its reading.</summary>
internal sealed record ReadingMemory(string Corpus, int Bytes, long Allocated, long Held, long Vocabulary)
{
    private const int Length = 1 << 20;

    public static ReadingMemory Measure()
    {
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        ArticleReader.Default.Read("Twelve people were killed.");
        var vocabulary = GC.GetTotalMemory(forceFullCollection: true) - empty;

        var corpus = Benchmarks.Corpus.Usual().Last();
        var text = string.Join("\n\n", corpus.Texts);
        text = text.Length > Length ? text[..Length] : text;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var reading = ArticleReader.Default.Read(text);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(reading);
        return new ReadingMemory(corpus.Name, Encoding.UTF8.GetByteCount(text), allocated, held, vocabulary);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Corpus}: one text of {Bytes / 1e6:0.00} MB; {Allocated / 1e6:0.0} MB allocated while it is read, {Held / 1e6:0.0} MB held by its reading; the vocabulary {Vocabulary / 1e6:0.0} MB");
}
