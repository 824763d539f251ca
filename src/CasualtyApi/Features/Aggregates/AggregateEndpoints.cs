using CasualtyApi.Http;
using CasualtyApi.Queries.Aggregates;

namespace CasualtyApi.Features.Aggregates;

internal static class AggregateEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGroup("/aggregates").WithTags("Aggregates")
            .MapGet("", ListAggregates.HandleAsync).AsList(ClaimAggregates.Query).Named(nameof(ListAggregates),
                "Says what several claims come to, by a named method.",
                "One item for each subject (party, category, scope, and the same place and days), never across; only `sum` goes over several "
                + "incidents, and refuses what cannot be added. Each answer names the claims used, and those excluded with their reasons, so that "
                + "every figure can be recomputed by hand.");
}
