using System.Globalization;
using System.Reflection;
using CasualtyApi.Http;
using CasualtyApi.Queries.Aggregates;
using CasualtyApi.Queries.Methods;
using CasualtyApi.Queries.Subjects;
using Microsoft.AspNetCore.Http.Metadata;

namespace CasualtyApi.Features.Aggregates;

/// <summary>The body of a refused sum.</summary>
/// <param name="Type">The kind of problem; the address leads to a page that explains it.</param>
/// <param name="Title">The kind in a few words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this very request.</param>
/// <param name="TraceId">What to quote when asking about this answer; it stands in the log.</param>
/// <param name="Claims">The claims that are no placed and dated incident.</param>
/// <param name="Pairs">The incidents that can overlap.</param>
internal sealed record UnaddableProblemResponse(
    string Type, string Title, int Status, string Detail, string? TraceId, UsedResponse Claims, UnaddablePairs Pairs)
    : ProblemResponse(Type, Title, Status, Detail, null, TraceId)
{
    public static UnaddableProblemResponse Of(Unaddable unaddable)
    {
        var (type, claims, pairs) = (ProblemType.NotAddable, unaddable.Claims, unaddable.Pairs);
        var detail = string.Create(CultureInfo.InvariantCulture,
            $"Claims that are no placed and dated incident: {claims.Count}. Pairs of incidents that can overlap: {pairs.Count}.{(unaddable.IsLowerBound ? " There are more." : "")}");
        return new(
            type.Address, type.Title, type.Status, detail, null,
            new(claims.Count, [.. claims.Take(ExcludedResponse.Listed).Select(claim => claim.Id)]),
            new(pairs.Count, [.. pairs.Take(ExcludedResponse.Listed).Select(pair => new[] { pair.One, pair.Other })]));
    }
}

/// <summary>Incidents that can overlap, two and two.</summary>
/// <param name="Count">All of them.</param>
/// <param name="Claims">The first 100 pairs, each by a claim of either incident.</param>
internal sealed record UnaddablePairs(int Count, IReadOnlyList<long[]> Claims);

/// <summary>422: claims that cannot be added.</summary>
internal sealed class UnaddableProblem : ProblemResult, IEndpointMetadataProvider
{
    public UnaddableProblem(Unaddable unaddable)
        : base(ProblemType.NotAddable) => Body = UnaddableProblemResponse.Of(unaddable);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Document(builder, ProblemType.NotAddable.Status, typeof(UnaddableProblemResponse));
}
