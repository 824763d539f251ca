using CasualtyApi.Ingest;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Codebook;

internal static class GetCodebook
{
    public static Ok<CodebookResponse> Handle() => TypedResults.Ok(Ingest.Codebook.Whole);
}
