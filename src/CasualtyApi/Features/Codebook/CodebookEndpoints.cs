using CasualtyApi.Http;

namespace CasualtyApi.Features.Codebook;

internal static class CodebookEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGroup("/codebook").WithTags("Codebook")
            .MapGet("", GetCodebook.Handle).AddEndpointFilter<RecordFilter>().Produces(StatusCodes.Status304NotModified)
            .Named(nameof(GetCodebook),
                "Defines every word this API answers with.",
                "Each value of each enumeration, and each rule of the reading engine by which a claim names what read it.");
}
