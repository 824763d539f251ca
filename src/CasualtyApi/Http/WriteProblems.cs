using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace CasualtyApi.Http;

/// <summary>422: understood, and not acceptable in the light of what is stored.</summary>
internal sealed class UnprocessableProblem(ProblemType type, string detail, IReadOnlyDictionary<string, string[]> errors)
    : ProblemResult(type, detail, errors), IEndpointMetadataProvider
{
    /// <param name="type">Which kind.</param>
    /// <param name="member">The member at fault.</param>
    /// <param name="fault">Goes on after the member's name.</param>
    public UnprocessableProblem(ProblemType type, string member, string fault)
        : this(type, $"Member '{member}' {fault}", new Dictionary<string, string[]> { [member] = [fault] })
    {
    }

    /// <summary>A member that names a record which is not there.</summary>
    public static UnprocessableProblem Unknown(string member, string record, long id) =>
        new(ProblemType.UnknownReference, member, $"names {record} {id}, which does not exist.");

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 422);
}

/// <summary>403: not by this key.</summary>
internal sealed class ForbiddenProblem(ProblemType type, string detail) : ProblemResult(type, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 403);
}
