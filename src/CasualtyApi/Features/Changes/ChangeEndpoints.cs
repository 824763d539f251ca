using CasualtyApi.Http;

namespace CasualtyApi.Features.Changes;

internal static class ChangeEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGroup("/changes").WithTags("Changes")
            .MapGet("", ListChanges.HandleAsync).AsList(ListChanges.Query).Named(nameof(ListChanges),
                "Lists what changed since a position, in order.",
                "Every change has a gap-free position. Keep the last one you have seen and ask for what comes `after` it: nothing is missed. "
                + "`before` and `after` hold the record's state; words of documents stand in them as their SHA-256.");
}
