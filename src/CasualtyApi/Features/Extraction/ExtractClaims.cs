using CasualtyApi.Http;
using CasualtyApi.Ingest.Extracted;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Extraction;

internal static class ExtractClaims
{
    public static Results<Ok<ExtractionResponse>, ExtractionLines, BadRequestProblem> HandleAsync(ExtractionBody body, HttpContext context)
    {
        context.Response.Headers.CacheControl = CacheControl.Never;
        return body.Text is { } request ? TypedResults.Ok(Read(request)) : new ExtractionLines();
    }

    public static ExtractionResponse Read(ExtractionRequest request) =>
        ReadText.Of(request.Text, request.PublishedAt, request.Id);
}
