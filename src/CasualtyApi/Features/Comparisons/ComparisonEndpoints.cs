using CasualtyApi.Http;
using CasualtyApi.Queries.Comparisons;

namespace CasualtyApi.Features.Comparisons;

internal static class ComparisonEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGroup("/comparisons").WithTags("Comparisons")
            .MapGet("", ListComparisons.HandleAsync).AsList(ClaimComparisons.Query).Named(nameof(ListComparisons),
                "Compares what is claimed of the same people.",
                "One item for each subject: party, category, scope, and the same place and days. In it one row for each originator, with its "
                + "newest claim; which rows contradict each other; how many originators speak for themselves. Nothing is added and nothing is "
                + "decided. Every claim that is in no row is counted under `excluded`, with its reason.");
}
