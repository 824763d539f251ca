using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;

namespace CasualtyApi.Http;

/// <summary>The body of every error (RFC 9457, <c>application/problem+json</c>).</summary>
/// <param name="Type">The kind of problem; the address leads to a page that explains it.</param>
/// <param name="Title">The kind in a few words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this very request.</param>
/// <param name="Errors">What is wrong, per parameter or member.</param>
/// <param name="TraceId">What to quote when asking about this answer; it stands in the log.</param>
internal record ProblemResponse(
    string Type,
    string Title,
    int Status,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId)
{
    public const string MediaType = "application/problem+json";

    public static ProblemResponse Of(ProblemType type, string? detail, IReadOnlyDictionary<string, string[]>? errors = null) =>
        new(type.Address, type.Title, type.Status, detail ?? type.Meaning, errors, null);
}

/// <summary>A refusal: the one place a problem document is written from.</summary>
internal abstract class ProblemResult(
    ProblemType type, string? detail = null, IReadOnlyDictionary<string, string[]>? errors = null) : IResult, IStatusCodeHttpResult
{
    public ProblemType Type { get; } = type;

    public int? StatusCode => Type.Status;

    public ProblemResponse Body { get; protected init; } = ProblemResponse.Of(type, detail, errors);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Type.Status;
        response.Headers.CacheControl = "no-store";
        if (Type.Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "2";
        }

        response.Headers.Remove("ETag");
        response.Headers.Remove("Last-Modified");
        response.Headers.Remove(LedgerView.Header);
        var body = Body with { TraceId = TraceIdOf(httpContext) };
        if (Looking.Is(httpContext.Request))
        {
            await httpContext.RequestServices.GetRequiredService<ProblemPage>()(httpContext, body);
            return;
        }

        await response.WriteAsJsonAsync(body, body.GetType(), ApiJson.Options, ProblemResponse.MediaType, httpContext.RequestAborted);
    }

    public static string TraceIdOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <summary>Tells the OpenAPI document that a handler can end this way.</summary>
    protected static void Document(EndpointBuilder builder, int status, Type? body = null) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, body ?? typeof(ProblemResponse), [ProblemResponse.MediaType]));
}

/// <summary>Any problem, where no handler's return type has to tell them apart.</summary>
internal sealed class OtherProblem(ProblemType type, string? detail = null) : ProblemResult(type, detail);

/// <summary>400: the request itself is wrong.</summary>
internal sealed class BadRequestProblem(ProblemType type, string detail, IReadOnlyDictionary<string, string[]>? errors = null)
    : ProblemResult(type, detail, errors), IEndpointMetadataProvider
{
    public static BadRequestProblem BadValue(string name, string fault) =>
        new(ProblemType.BadValue, $"'{name}': {fault}", new Dictionary<string, string[]> { [name] = [fault] });

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 400);
}

/// <summary>404: no such record.</summary>
internal sealed class NotFoundProblem(string record, long id)
    : ProblemResult(ProblemType.NotFound, $"There is no {record} {id}."), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 404);
}

/// <summary>409: understood, and not as things stand.</summary>
internal sealed class ConflictProblem(ProblemType type, string detail) : ProblemResult(type, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 409);
}

/// <summary>413: longer than this service reads.</summary>
internal sealed class TooLargeProblem(string detail) : ProblemResult(ProblemType.TooLarge, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 413);
}

/// <summary>415: a form this operation does not read.</summary>
internal sealed class UnsupportedMediaTypeProblem(string detail)
    : ProblemResult(ProblemType.UnsupportedMediaType, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 415);
}

/// <summary>503: not now.</summary>
internal sealed class UnavailableProblem(string detail) : ProblemResult(ProblemType.Unavailable, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 503);
}
