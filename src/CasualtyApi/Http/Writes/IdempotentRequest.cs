using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Http.Writes;

/// <summary>What makes two requests one: who sent them, to which operation, under which key.</summary>
internal sealed record IdempotentScope(string Actor, string Method, string Path, string Key);

/// <summary>A request with an Idempotency-Key that nobody has answered yet.</summary>
internal sealed class IdempotentRequest(IdempotentScope scope, byte[] fingerprint, HttpContext http)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>The oldest answers that count, in UTC milliseconds since 1970.</summary>
    public static long Oldest(TimeProvider clock) => (clock.GetUtcNow() - Kept).ToUnixTimeMilliseconds();

    /// <summary>Keeps an answer with the change that it is of, and forgets those that are too old. A refusal is none: what is put right may be sent again.</summary>
    public async Task KeepAsync(IResult answer, CasualtyDbContext db, LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        var result = answer is INestedHttpResult nested ? nested.Result : answer;
        if (result is not IStatusCodeHttpResult { StatusCode: >= 200 and < 300 }) return;

        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var (status, headers, body) = await KeptResponse.RenderAsync(result, http);
        var oldest = Oldest(clock);
        await db.IdempotentAnswers.Where(old => old.At < oldest).ExecuteDeleteAsync(cancellationToken);
        db.Add(new IdempotentAnswer
        {
            Actor = scope.Actor,
            Method = scope.Method,
            Path = scope.Path,
            Key = scope.Key,
            Fingerprint = fingerprint,
            Status = status,
            Headers = headers,
            Body = body,
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        });
        await ledger.SaveBesidesAsync(cancellationToken);
    }
}
