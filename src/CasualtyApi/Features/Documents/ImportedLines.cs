using System.IO.Pipelines;
using System.Reflection;
using System.Text.Json;
using System.Threading.Channels;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Ingest;
using CasualtyApi.Store.Ledger;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Features.Documents;

/// <summary>
/// Takes lines off a body no faster than they are kept, so that memory stays flat however many there are. Articles are read on all
/// cores, and written in the order of their lines; those on their way share transactions. Results wait for callers who send everything
/// before they read anything; where too many wait, no more lines are taken.
/// </summary>
internal sealed class ImportedLines(string actor) : IResult, IEndpointMetadataProvider
{
    public const string Lines = "application/x-ndjson";

    /// <summary>How many lines are on their way at once, beside those that wait for a core.</summary>
    private const int OnTheirWay = 64;

    /// <summary>In bytes: the results of some 400,000 lines.</summary>
    private const int MostWaiting = 32 << 20;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (BodyReading.Refusal(httpContext.Request, Lines) is { } refusal)
        {
            await refusal.ExecuteAsync(httpContext);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        var longest = httpContext.RequestServices.GetRequiredService<IOptions<ExtractionOptions>>().Value.MaximumLength;
        var lines = Channel.CreateBounded<NdjsonLine>(new BoundedChannelOptions(OnTheirWay) { SingleReader = true, SingleWriter = true });
        var read = Channel.CreateBounded<Task<ImportedLine>>(new BoundedChannelOptions(Environment.ProcessorCount * 2) { SingleReader = true, SingleWriter = true });
        var answers = Channel.CreateBounded<Task<ImportResult>>(new BoundedChannelOptions(OnTheirWay) { SingleReader = true, SingleWriter = true });
        var results = new Pipe(new PipeOptions(pauseWriterThreshold: MostWaiting, resumeWriterThreshold: MostWaiting / 2, useSynchronizationContext: false));
        var services = httpContext.RequestServices;
        Task[] working =
        [
            NdjsonLine.ReceiveAsync(httpContext.Request.BodyReader, lines.Writer, ArticleText.JsonLength(longest), stop.Token),
            ReadAsync(lines.Reader, read.Writer, line => ImportedLine.ReadAsync(line, longest, services, stop.Token), stop.Token),
            KeepAsync(read.Reader, answers.Writer, line => line.KeepAsync(services.GetRequiredService<LedgerWriter>(), actor, stop.Token), stop.Token),
            AnswerAsync(answers.Reader, results.Writer, stop.Token),
        ];
        try
        {
            httpContext.Response.ContentType = Lines;
            await results.Reader.CopyToAsync(httpContext.Response.BodyWriter, stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(DocumentExamples.Lines);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ImportResult), [Lines]));
        builder.Metadata.Add(new LineTypes(Lines, [typeof(ImportResult)]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(415, typeof(ProblemResponse), [ProblemResponse.MediaType]));
    }

    private static async Task ReadAsync(
        ChannelReader<NdjsonLine> lines, ChannelWriter<Task<ImportedLine>> read, Func<NdjsonLine, Task<ImportedLine>> reading, CancellationToken stop)
    {
        try
        {
            await foreach (var line in lines.ReadAllAsync(stop)) await read.WriteAsync(Task.Run(() => reading(line), stop), stop);
            read.Complete();
        }
        catch (Exception failure) when (failure is BadHttpRequestException or OperationCanceledException or IOException)
        {
            read.Complete(failure);
        }
    }

    // One after the other, so that ids are given in the order of the lines.
    private static async Task KeepAsync(
        ChannelReader<Task<ImportedLine>> read, ChannelWriter<Task<ImportResult>> answers, Func<ImportedLine, Task<ImportResult>> keeping, CancellationToken stop)
    {
        try
        {
            await foreach (var line in read.ReadAllAsync(stop)) await answers.WriteAsync(keeping(await line), stop);
            answers.Complete();
        }
        catch (Exception failure) when (failure is BadHttpRequestException or OperationCanceledException or IOException)
        {
            answers.Complete(failure);
        }
    }

    private static async Task AnswerAsync(ChannelReader<Task<ImportResult>> answers, PipeWriter results, CancellationToken stop)
    {
        try
        {
            await foreach (var answer in answers.ReadAllAsync(stop))
            {
                var result = await answer;
                await results.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(result, ApiJson.Options), (byte)'\n'], stop);
            }

            await results.CompleteAsync();
        }
        catch (Exception failure) when (failure is BadHttpRequestException or OperationCanceledException or IOException)
        {
            await results.CompleteAsync(failure);
        }
    }
}
