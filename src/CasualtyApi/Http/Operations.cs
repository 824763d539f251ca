using CasualtyApi.Http.Writes;

namespace CasualtyApi.Http;

/// <summary>What the id in an operation's path names, with one that exists on a fresh install.</summary>
internal sealed record PathId(string Record, long Example);

/// <summary>That the end of an operation's path is a tile's index, for its documentation.</summary>
internal sealed record PathOfTile;

/// <summary>Of an operation that writes to the ledger.</summary>
/// <param name="IsConditional">Whether the caller must name the state he has seen.</param>
internal sealed record Writing(bool IsConditional);

/// <summary>The policies routes are hung on.</summary>
internal static class Operations
{
    /// <summary>A list: its query table, one moment of the ledger, validator, links.</summary>
    public static RouteHandlerBuilder AsList(this RouteHandlerBuilder route, QueryTable query) =>
        route.WithMetadata(query).AddEndpointFilter<SnapshotFilter>().AddEndpointFilter<ListFilter>().Produces(StatusCodes.Status304NotModified);

    /// <summary>A single record by id, now or at an earlier moment of the ledger: validator.</summary>
    public static RouteHandlerBuilder AsRecord(this RouteHandlerBuilder route, string record, long example, QueryTable query) =>
        route.WithMetadata(query).AsRecord(record, example);

    /// <summary>A single record by id: one moment of the ledger, validator.</summary>
    public static RouteHandlerBuilder AsRecord(this RouteHandlerBuilder route, string record, long example) =>
        route.WithMetadata(new PathId(record, example))
            .AddEndpointFilter<SnapshotFilter>().AddEndpointFilter<RecordFilter>().Produces(StatusCodes.Status304NotModified);

    /// <summary>An answer that is the same for ever at its address: one moment of the ledger, validator.</summary>
    public static RouteHandlerBuilder AsUnchanging(this RouteHandlerBuilder route, QueryTable query) =>
        route.WithMetadata(query, new Unchanging()).AddEndpointFilter<SnapshotFilter>().AddEndpointFilter<RecordFilter>().Produces(StatusCodes.Status304NotModified);

    /// <summary>A piece of the ledger's tree, named by several elements of the path: one moment of it, which no later one changes.</summary>
    public static RouteHandlerBuilder AsTile(this RouteHandlerBuilder route) =>
        route.WithMetadata(new PathOfTile()).AddEndpointFilter<SnapshotFilter>().Produces(StatusCodes.Status304NotModified);

    /// <summary>A file made of the whole ledger: one moment of it, validator, digest.</summary>
    public static RouteHandlerBuilder AsFile(this RouteHandlerBuilder route, QueryTable query) =>
        route.WithMetadata(query, new Digested()).AddEndpointFilter<SnapshotFilter>().AddEndpointFilter<FileFilter>().Produces(StatusCodes.Status304NotModified);

    /// <summary>Adds something to the ledger.</summary>
    public static RouteHandlerBuilder AsAdding(this RouteHandlerBuilder route) =>
        route.WithMetadata(new Writing(IsConditional: false)).AddEndpointFilter<ValidateFilter>().TakingIdempotencyKey();

    /// <summary>Changes a record by id, whose present state the caller must name.</summary>
    public static RouteHandlerBuilder AsChange(this RouteHandlerBuilder route, string record, long example) =>
        route.WithMetadata(new PathId(record, example), new Writing(IsConditional: true)).AddEndpointFilter<ValidateFilter>().TakingIdempotencyKey();

    /// <summary>The operation id, which is also the name of its file, and what it does.</summary>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string operation, string summary, string description) =>
        route.WithName(operation).WithSummary(summary).WithDescription(description);
}
