using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CasualtyApi.Http;

/// <summary>Refuses a request that accepts none of the media types its operation answers in.</summary>
internal sealed class AcceptFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var accepted = context.HttpContext.Request.GetTypedHeaders().Accept;
        var metadata = context.HttpContext.GetEndpoint()!.Metadata;
        var others = metadata.GetMetadata<OtherForms>();
        if (others is not null && QueryValues.Of(context.HttpContext).Has(AnswerFormat.Field))
        {
            return next(context);
        }

        var offered = metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
            .Where(response => response.StatusCode is >= 200 and < 300)
            .SelectMany(response => response.ContentTypes)
            .Concat(others?.Formats.Select(format => format.MediaType) ?? [])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return accepted.Count == 0 || offered.Count == 0 || offered.Any(type => Accepts(accepted, type))
            ? next(context)
            : ValueTask.FromResult<object?>(new OtherProblem(
                ProblemType.NotAcceptable, $"This operation answers in {string.Join(", ", offered)}; none of these is accepted."));
    }

    private static bool Accepts(IEnumerable<MediaTypeHeaderValue> accepted, string type) =>
        accepted.Any(range => range.Quality != 0 && MediaTypeHeaderValue.Parse(type) is var offered
            && (range.MatchesAllTypes
                || (range.Type == offered.Type && (range.MatchesAllSubTypes || range.SubType == offered.SubType))));
}
