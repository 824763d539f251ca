using System.Reflection;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Ingest;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Features.Extraction;

/// <summary>What was sent to be read: one text, or lines of them.</summary>
internal sealed class ExtractionBody : IRequestBody, IBindableFromHttpContext<ExtractionBody>, IEndpointParameterMetadataProvider
{
    public const string Json = "application/json";
    public const string Plain = "text/plain";
    public const string Lines = "application/x-ndjson";

    private const int ByteOrderMark = 3;

    /// <summary>The one text; null where lines were sent.</summary>
    public ExtractionRequest? Text { get; private init; }

    public object? Value => Text;

    public ProblemResult? Problem { get; private init; }

    public static async ValueTask<ExtractionBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var longest = context.RequestServices.GetRequiredService<IOptions<ExtractionOptions>>().Value.MaximumLength;
        return BodyReading.Refusal(context.Request, Json, Plain, Lines) is { } problem ? new() { Problem = problem } : BodyReading.MediaType(context.Request) switch
        {
            Json => await ReadJsonAsync(context, longest),
            Plain => await ReadPlainAsync(context, longest),
            _ => new(),
        };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(ExtractionExamples.Forms);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(413, typeof(ProblemResponse), [ProblemResponse.MediaType]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(415, typeof(ProblemResponse), [ProblemResponse.MediaType]));
    }

    /// <summary>Reads one request out of JSON, its text checked.</summary>
    public static (ExtractionRequest? Request, ProblemResult? Problem) Read(ReadOnlyMemory<byte> json, JsonWhole whole, int longest)
    {
        var (request, problem) = StrictJson.Read<ExtractionRequest>(json, whole);
        return (request, (ProblemResult?)problem ?? TextProblem.Of(ArticleText.FaultIn(request!.Text, longest), longest));
    }

    private static async Task<ExtractionBody> ReadJsonAsync(HttpContext context, int longest)
    {
        if (await BodyReading.ReadAsync(context.Request, ArticleText.JsonLength(longest), context.RequestAborted) is not { } bytes)
        {
            return new() { Problem = TextProblem.Of(TextFault.TooLong, longest) };
        }

        var (request, problem) = Read(BodyReading.WithoutMark(bytes), JsonWhole.Body, longest);
        return new() { Text = request, Problem = problem };
    }

    private static async Task<ExtractionBody> ReadPlainAsync(HttpContext context, int longest)
    {
        if (await BodyReading.ReadAsync(context.Request, longest + ByteOrderMark, context.RequestAborted) is not { } bytes)
        {
            return new() { Problem = TextProblem.Of(TextFault.TooLong, longest) };
        }

        var fault = ArticleText.Decode(bytes, longest, out var text);
        return new() { Text = new(text), Problem = TextProblem.Of(fault, longest) };
    }
}
