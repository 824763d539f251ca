using System.Reflection;
using CasualtyApi.Http.Writes;
using Microsoft.AspNetCore.Http.Metadata;

namespace CasualtyApi.Http.Bodies;

/// <summary>What a JSON body is read into.</summary>
internal interface IJsonRequest
{
    /// <summary>What the body is, in a sentence.</summary>
    static abstract string Meaning { get; }

    /// <summary>A body that is answered with a success on a fresh install.</summary>
    static abstract string Example { get; }

    /// <summary>Whether it changes what it names and leaves the rest (RFC 7396).</summary>
    static virtual bool IsMergePatch => false;
}

/// <summary>
/// A body of JSON, read strictly: its form, its length, its members, its words. It goes with <see cref="ValidateFilter"/>, which ends
/// the request where there is a <see cref="Problem"/>; in a handler the <see cref="Request"/> is there.
/// </summary>
internal sealed class JsonBody<T> : IRequestBody, ISentBody, IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class, IJsonRequest
{
    private T? request;
    private HashSet<string>? members;

    public T Request => request ?? throw new InvalidOperationException("The operation lacks its ValidateFilter.");

    /// <summary>The body as it was sent.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    object? IRequestBody.Value => request;

    public ProblemResult? Problem { get; private init; }

    /// <summary>Whether the member was sent: with null, it was.</summary>
    public bool Has(string member) => (members ??= JsonWords.Members(Bytes.Span)).Contains(member);

    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (BodyReading.Refusal(context.Request, JsonBody.MediaTypes<T>()) is { } refusal) return new() { Problem = refusal };
        if (await BodyReading.ReadAsync(context.Request, JsonBody.Longest, context.RequestAborted) is not { } sent)
        {
            return new() { Problem = new TooLargeProblem($"The body is longer than {JsonBody.Longest:N0} bytes, the most this operation reads.") };
        }

        var bytes = BodyReading.WithoutMark(sent);
        var (request, problem) = StrictJson.Read<T>(bytes, JsonWhole.Body);
        return new() { request = request, Bytes = bytes, Problem = problem ?? JsonWords.FaultIn(bytes) };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new RequestForms(T.Meaning, [.. JsonBody.MediaTypes<T>().Select(type => new RequestForm(type, typeof(T), T.Example))]));
        foreach (var status in (int[])[400, 413, 415])
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemResponse), [ProblemResponse.MediaType]));
        }
    }
}

/// <summary>What is the same of all bodies of JSON.</summary>
internal static class JsonBody
{
    /// <summary>In bytes; what is written by hand is far shorter.</summary>
    public const int Longest = 1 << 20;

    private const string Json = "application/json";
    private const string MergePatch = "application/merge-patch+json";

    public static string[] MediaTypes<T>() where T : IJsonRequest => T.IsMergePatch ? [Json, MergePatch] : [Json];
}
