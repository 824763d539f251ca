using CasualtyApi.Http;

namespace CasualtyApi.Features.Places;

internal static class PlaceEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapGroup("/places").WithTags("Parties and places")
        .MapGet("", ListPlaces.HandleAsync).AsList(ListPlaces.Query).Named(nameof(ListPlaces),
            "Lists places: where claims say it happened.",
            "A point at region or country precision is the middle of it, not where something happened. The id is what the claims' filter `place` takes.");
}
