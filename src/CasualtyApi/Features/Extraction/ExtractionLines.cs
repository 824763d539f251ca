using System.Reflection;
using System.Text.Json;
using System.Threading.Channels;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Ingest;
using CasualtyApi.Ingest.Extracted;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Features.Extraction;

/// <summary>
/// Reads a body of lines while it arrives, on all cores, and answers each in its place. Lines wait in memory (the body is
/// bounded): most callers send everything before they read anything, and would otherwise wait for us while we wait for them.
/// </summary>
internal sealed class ExtractionLines : IResult, IEndpointMetadataProvider
{
    private const string Beyond =
        "The body is longer than this service reads in one request: neither this line nor what follows is read. Send the rest in another.";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var longest = services.GetRequiredService<IOptions<ExtractionOptions>>().Value.MaximumLength;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        var lines = Channel.CreateUnbounded<NdjsonLine>(new() { SingleReader = true, SingleWriter = true });
        var answers = Channel.CreateBounded<Task<byte[]>>(
            new BoundedChannelOptions(Environment.ProcessorCount * 4) { SingleReader = true, SingleWriter = true });

        var receiving = NdjsonLine.ReceiveAsync(httpContext.Request.BodyReader, lines.Writer, ArticleText.JsonLength(longest), stop.Token);
        var reading = ReadAsync(lines.Reader, answers.Writer, line => Answer(line, longest, services), stop.Token);
        try
        {
            await WriteAsync(httpContext.Response, answers.Reader, stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(receiving, reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(ExtractionResponse), [ExtractionBody.Json, ExtractionBody.Lines]));
        builder.Metadata.Add(new LineTypes(ExtractionBody.Lines, [typeof(ExtractionResponse), typeof(ExtractionFault)]));
    }

    private static async Task ReadAsync(
        ChannelReader<NdjsonLine> lines, ChannelWriter<Task<byte[]>> answers, Func<NdjsonLine, byte[]> answer, CancellationToken stop)
    {
        try
        {
            await foreach (var line in lines.ReadAllAsync(stop))
            {
                await answers.WriteAsync(Task.Run(() => answer(line), stop), stop);
            }

            answers.Complete();
        }
        catch (Exception failure) when (failure is BadHttpRequestException or OperationCanceledException or IOException)
        {
            answers.Complete(failure);
        }
    }

    private static async Task WriteAsync(HttpResponse response, ChannelReader<Task<byte[]>> answers, CancellationToken stop)
    {
        response.ContentType = ExtractionBody.Lines;
        await foreach (var answer in answers.ReadAllAsync(stop))
        {
            await response.BodyWriter.WriteAsync(await answer, stop);
            if (!answers.TryPeek(out var next) || !next.IsCompleted)
            {
                await response.BodyWriter.FlushAsync(stop);
            }
        }
    }

    private static byte[] Answer(NdjsonLine line, int longest, IServiceProvider services)
    {
        var (request, problem) = line switch
        {
            { IsBeyond: true } => (null, new TooLargeProblem(Beyond)),
            { Bytes: { } bytes } => ExtractionBody.Read(bytes, JsonWhole.Line, longest),
            _ => (null, TextProblem.Of(TextFault.TooLong, longest)),
        };
        problem ??= ValidateFilter.Refusal(request, services);
        object answer = problem is null
            ? ExtractClaims.Read(request!)
            : new ExtractionFault(request?.Id ?? line.Id(), line.Number, problem.Body);
        return [.. JsonSerializer.SerializeToUtf8Bytes(answer, answer.GetType(), ApiJson.Options), (byte)'\n'];
    }
}
