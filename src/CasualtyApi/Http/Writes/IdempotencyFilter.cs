using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CasualtyApi.Http.Keys;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Http.Writes;

/// <summary>Of an operation that takes an <c>Idempotency-Key</c>, for its documentation.</summary>
internal sealed record TakesIdempotencyKey
{
    public const string Header = "Idempotency-Key";
}

/// <summary>A body as it was sent.</summary>
internal interface ISentBody
{
    ReadOnlyMemory<byte> Bytes { get; }
}

/// <summary>The requests with an Idempotency-Key that are being answered by this process.</summary>
internal sealed class RunningRequests
{
    private readonly ConcurrentDictionary<IdempotentScope, bool> running = [];

    public bool TryBegin(IdempotentScope scope) => running.TryAdd(scope, true);

    public void End(IdempotentScope scope) => running.TryRemove(scope, out _);
}

/// <summary>
/// Answers a request that was answered before with the first answer, and lets through the first. A key is its sender's own, and
/// one operation's at one address.
/// </summary>
internal sealed class IdempotencyFilter(RunningRequests running, TimeProvider clock) : IEndpointFilter
{
    private const int Longest = 255;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var given = http.Request.Headers[TakesIdempotencyKey.Header];
        if (given.Count == 0) return await next(context);
        if (given is not [{ Length: > 0 and <= Longest } key] || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return BadRequestProblem.BadValue(TakesIdempotencyKey.Header, $"is one key of 1 to {Longest} printable ASCII characters without spaces.");
        }

        var scope = new IdempotentScope(Caller.Of(http)!.Actor, http.Request.Method, http.Request.Path, key);
        if (!running.TryBegin(scope)) return new OtherProblem(ProblemType.IdempotencyKeyInUse);
        try
        {
            var fingerprint = Fingerprint(http.Request, context.Arguments.OfType<ISentBody>().FirstOrDefault()?.Bytes ?? default);
            if (await FindAsync(scope, http) is { } kept)
            {
                return kept.Fingerprint.AsSpan().SequenceEqual(fingerprint) ? new KeptResponse(kept) : new OtherProblem(ProblemType.IdempotencyKeyReused);
            }

            http.Features.Set(new IdempotentRequest(scope, fingerprint, http));
            return await next(context);
        }
        finally
        {
            running.End(scope);
        }
    }

    private async Task<IdempotentAnswer?> FindAsync(IdempotentScope scope, HttpContext http)
    {
        var oldest = IdempotentRequest.Oldest(clock);
        return await http.RequestServices.GetRequiredService<CasualtyDbContext>().IdempotentAnswers.AsNoTracking().SingleOrDefaultAsync(
            answer => answer.Actor == scope.Actor && answer.Method == scope.Method && answer.Path == scope.Path && answer.Key == scope.Key && answer.At >= oldest,
            http.RequestAborted);
    }

    private static byte[] Fingerprint(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.ContentType}\n{request.QueryString}\n"));
        hash.AppendData(body.Span);
        return hash.GetHashAndReset();
    }
}

/// <summary>Hangs idempotency on routes.</summary>
internal static class IdempotentRoutes
{
    /// <summary>Takes an Idempotency-Key. It goes after <see cref="ValidateFilter"/>: what is refused at once is not remembered.</summary>
    public static RouteHandlerBuilder TakingIdempotencyKey(this RouteHandlerBuilder route) => route
        .AddEndpointFilter<IdempotencyFilter>()
        .WithMetadata(new TakesIdempotencyKey())
        .Produces<ProblemResponse>(StatusCodes.Status409Conflict, ProblemResponse.MediaType)
        .Produces<ProblemResponse>(StatusCodes.Status422UnprocessableEntity, ProblemResponse.MediaType);
}
