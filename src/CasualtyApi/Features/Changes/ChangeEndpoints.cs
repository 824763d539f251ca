using CasualtyApi.Http;

namespace CasualtyApi.Features.Changes;

internal static class ChangeEndpoints
{
    public static void AddServices(IServiceCollection services) => services.AddSingleton<ChangeFollowers>();

    public static void Map(RouteGroupBuilder api)
    {
        var changes = api.MapGroup("").WithTags("Changes");

        changes.MapGet("/changes", ListChanges.HandleAsync).AsList(ListChanges.Query).Named(nameof(ListChanges),
            "Lists what changed since a position, in order.",
            "Every change has a gap-free position. Keep the last one you have seen and ask for what comes `after` it: nothing is missed. "
            + "`before` and `after` hold the record's state; words of documents stand in them as their SHA-256.");

        changes.MapGet("/changes/stream", StreamChanges.HandleAsync).WithMetadata(StreamChanges.Query).Produces<string>(200, StreamChanges.MediaType).Named(nameof(StreamChanges),
            "Streams changes as they happen.",
            "Server-sent events, one a change: `id` is its position, `data` the change as the list shows it. A client that comes back sends the last id "
            + "as `Last-Event-ID`, as browsers do by themselves, and goes on there. The stream has no end.");

        changes.MapGet("/changes.atom", GetChangeFeed.HandleAsync).AsList(GetChangeFeed.Query).Produces<string>(200, GetChangeFeed.MediaType).Named(nameof(GetChangeFeed),
            "Gets the newest changes as an Atom feed.",
            "Newest first, for feed readers. An entry's id is made of its leaf in the ledger and never changes.");
    }
}
