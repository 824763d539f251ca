using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Http;

/// <summary>The ledger position a request sees; everything it reads belongs to that position.</summary>
internal sealed class LedgerView(TimeProvider clock)
{
    public const string Header = "Ledger-Position";

    public long Position { get; private set; }

    /// <summary>Where the ledger itself stands while an earlier moment is shown.</summary>
    public long Newest { get; private set; }

    /// <summary>Whether an earlier moment was asked for: then the tables read are not those of now, and nothing kept beside them is true.</summary>
    public bool IsAsOf { get; private set; }

    /// <summary>What caches may do: an answer at a given position never changes.</summary>
    public string Caching { get; private set; } = CacheControl.Live;

    /// <summary>Goes to the moment asked for, or else to the present one.</summary>
    /// <returns>The refusal of a moment that has not come yet.</returns>
    public async Task<BadRequestProblem?> OpenAsync(CasualtyDbContext db, AsOf? asked, CancellationToken cancellationToken)
    {
        Newest = Position = db.Position();
        if (asked is null)
        {
            return null;
        }

        if (asked.Position > Position)
        {
            return BadRequestProblem.BadValue(AsOf.Field.Name, $"{asked.Position} lies ahead of this ledger, which stands at {Position}.");
        }

        if (asked.Time > clock.GetUtcNow().ToUnixTimeMilliseconds())
        {
            return BadRequestProblem.BadValue(AsOf.Field.Name, "lies in the future; leave it out for the present state.");
        }

        (IsAsOf, Caching) = (true, asked.Position is null ? CacheControl.Live : CacheControl.Immutable);
        Position = asked.Position ?? await LastAsync(db, asked.Time!.Value, cancellationToken);
        await db.GoBackAsync(Position, cancellationToken);
        return null;
    }

    // Instants never decrease along the positions, and no position is left out: the last is found by halving.
    private async Task<long> LastAsync(CasualtyDbContext db, long time, CancellationToken cancellationToken)
    {
        var (last, beyond) = (0L, Position + 1);
        while (beyond - last > 1)
        {
            var middle = last + ((beyond - last) / 2);
            var at = await db.Changes.Where(change => change.Position == middle).Select(change => change.At).SingleAsync(cancellationToken);
            if (at <= time) last = middle;
            else beyond = middle;
        }

        return last;
    }
}

/// <summary>An answer that names the position it shows, in its body and so in its header.</summary>
internal interface IPositioned
{
    long Position { get; }
}

/// <summary>Runs a handler inside one read transaction: position, total and rows of an answer are of one moment.</summary>
internal sealed class SnapshotFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, cancellationToken) = (context.HttpContext, context.HttpContext.RequestAborted);
        var db = http.RequestServices.GetRequiredService<CasualtyDbContext>();
        await using var snapshot = await db.BeginReadAsync(cancellationToken);
        var ledger = http.RequestServices.GetRequiredService<LedgerView>();
        if (await ledger.OpenAsync(db, QueryValues.Of(http).Get(AsOf.Field), cancellationToken) is { } problem)
        {
            return problem;
        }

        var result = await next(context);
        if (result is not IStreamedAnswer streamed)
        {
            return result;
        }

        // Its rows are read while it is written; nobody reads them for HEAD.
        http.Response.ContentType = streamed.MediaType;
        if (!HeadAsGet.IsHead(http) || !streamed.HasHead) await streamed.ExecuteAsync(http);
        return Results.Empty;
    }
}
