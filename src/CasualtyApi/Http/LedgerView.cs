using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Http;

/// <summary>The ledger position a request sees; everything it reads belongs to that position.</summary>
internal sealed class LedgerView
{
    public const string Header = "Ledger-Position";

    public long Position { get; private set; }

    public async Task OpenAsync(CasualtyDbContext db, CancellationToken cancellationToken) =>
        Position = await db.Changes.MaxAsync(change => (long?)change.Position, cancellationToken) ?? 0;
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
        var (services, cancellationToken) = (context.HttpContext.RequestServices, context.HttpContext.RequestAborted);
        var db = services.GetRequiredService<CasualtyDbContext>();
        await using var snapshot = await db.BeginReadAsync(cancellationToken);
        await services.GetRequiredService<LedgerView>().OpenAsync(db, cancellationToken);
        var result = await next(context);
        if (result is not IStreamedAnswer streamed)
        {
            return result;
        }

        // Its rows are read while it is written.
        await streamed.ExecuteAsync(context.HttpContext);
        return Results.Empty;
    }
}
