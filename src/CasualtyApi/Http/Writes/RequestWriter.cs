using CasualtyApi.Http.Keys;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;

namespace CasualtyApi.Http.Writes;

/// <summary>
/// Makes the change that a request asks for, in the name of its key. Where the request bears an Idempotency-Key, the answer is
/// kept in the change's own transaction.
/// </summary>
internal sealed class RequestWriter(HttpContext http)
{
    /// <summary>Lets a handler take it as a parameter.</summary>
    public static ValueTask<RequestWriter?> BindAsync(HttpContext context) => ValueTask.FromResult<RequestWriter?>(new(context));

    /// <summary>Makes one change, as <see cref="LedgerWriter.WriteAsync{T}"/> says, and answers when it lasts.</summary>
    /// <param name="change">Returns the answer: a refusal where it did not save.</param>
    /// <param name="cancellationToken">Takes the change back until it is saved.</param>
    public Task<TAnswer> WriteAsync<TAnswer>(
        Func<CasualtyDbContext, LedgerTransaction, CancellationToken, Task<TAnswer>> change, CancellationToken cancellationToken)
        where TAnswer : IResult
    {
        var caller = Caller.Of(http) ?? throw new InvalidOperationException("A route that writes lets in nobody without a key.");
        var writer = http.RequestServices.GetRequiredService<LedgerWriter>();
        return http.Features.Get<IdempotentRequest>() is { } request
            ? writer.WriteAsync(caller.Actor, KeepingAsync, cancellationToken)
            : writer.WriteAsync(caller.Actor, change, cancellationToken);

        async Task<TAnswer> KeepingAsync(CasualtyDbContext db, LedgerTransaction ledger, CancellationToken stop)
        {
            var answer = await change(db, ledger, stop);
            await request.KeepAsync(answer, db, ledger, stop);
            return answer;
        }
    }
}
