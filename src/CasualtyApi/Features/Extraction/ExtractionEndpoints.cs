using CasualtyApi.Http;

namespace CasualtyApi.Features.Extraction;

internal static class ExtractionEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGroup("/extractions").WithTags("Extractions")
            .MapPost("", ExtractClaims.HandleAsync).AddEndpointFilter<ValidateFilter>().Named(nameof(ExtractClaims),
                "Reads the statements and casualty claims in a text, and stores nothing.",
                "Send JSON, the bare text as `text/plain`, or `application/x-ndjson`: one `{\"id\",\"text\"}` per line in, one reading per line "
                + "out, streamed, in the same order; a line that cannot be read gets an `error` in its place, and the others are still read; no "
                + "line in is no line out. A body over 30 MB is refused with 413; where its length is not told beforehand, its last answer is "
                + "the `error`. "
                + "Spans count Unicode code points, end exclusive. `statement`, `repeats`, `partOf`, `updates` and `disputes` are indexes into "
                + "the arrays of the same answer.");
}
