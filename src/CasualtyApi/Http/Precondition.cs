using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CasualtyApi.Http;

/// <summary>412 and 428: who changes a record must name the state he has seen, so that nobody overwrites what he does not know of.</summary>
internal sealed class PreconditionProblem : ProblemResult, IEndpointMetadataProvider
{
    private PreconditionProblem(ProblemType type)
        : base(type)
    {
    }

    /// <summary>What <c>If-Match</c> has against changing the record; null where it names its present state.</summary>
    /// <param name="request">Whose header it is.</param>
    /// <param name="record">As it is answered by its address.</param>
    public static PreconditionProblem? Of<T>(HttpRequest request, T record)
    {
        var tags = request.GetTypedHeaders().IfMatch;
        if (tags.Count == 0) return new(request.Headers.IfMatch.Count == 0 ? ProblemType.PreconditionMissing : ProblemType.Stale);
        var present = ETags.Identity(JsonSerializer.SerializeToUtf8Bytes(record, ApiJson.Options));
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || (!tag.IsWeak && ETags.Identity(tag) == present)) ? null : new(ProblemType.Stale);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        Document(builder, 412);
        Document(builder, 428);
    }
}
