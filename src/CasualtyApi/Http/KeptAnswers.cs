using CasualtyApi.Store;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Http;

/// <summary>
/// Answers as they were sent, kept for as long as the ledger stands still: who asks the same again gets the same bytes, for the
/// price of reading the ledger's position. A change by anybody, in this process or another, makes all of them stale at once.
/// </summary>
internal sealed class KeptAnswers(LedgerPosition ledger, IOptions<AnswerOptions> options) : IDisposable
{
    /// <summary>An answer longer than this share of all there is room for would push too many others out.</summary>
    private const int Share = 16;

    private readonly long _room = (long)options.Value.KeptMegabytes << 20;
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = (long)options.Value.KeptMegabytes << 20 });
    private long _newest;

    public long LongestKept => _room / Share;

    /// <summary>The answer to the same request at the ledger's present position; null where there is none yet.</summary>
    public async ValueTask<KeptAnswer?> FindAsync(AnswerKey key, CancellationToken cancellationToken)
    {
        if (await ledger.ReadAsync(cancellationToken) is not { } position) return null;
        Forget(position);
        return _answers.TryGetValue(key, out KeptAnswer? answer) && answer!.Position == position ? answer : null;
    }

    public void Keep(in AnswerKey key, KeptAnswer answer) =>
        _answers.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Size + key.Size });

    public void Dispose() => _answers.Dispose();

    private void Forget(long position)
    {
        if (Volatile.Read(ref _newest) is var known && position != known && Interlocked.CompareExchange(ref _newest, position, known) == known)
        {
            _answers.Clear();
        }
    }
}

/// <summary>Everything of a request that its answer depends on; pages name the host in their addresses. Spellings are not brought together here: that costs more than it saves.</summary>
internal readonly record struct AnswerKey(string Path, string Query, string Accept, string Coding, string Host, bool IsOfOtherOrigin)
{
    private const int Overhead = 200;

    /// <summary>About how many bytes it takes.</summary>
    public long Size => Overhead + 2L * (Path.Length + Query.Length + Accept.Length + Coding.Length + Host.Length);

    public static AnswerKey Of(HttpRequest request) => new(
        request.Path.Value ?? "", request.QueryString.Value ?? "", request.Headers.Accept.ToString(), request.Headers.AcceptEncoding.ToString(),
        request.Path.StartsWithSegments("/api") ? "" : $"{request.Scheme}://{request.Host}",
        request.Headers.Origin.Count > 0);
}
