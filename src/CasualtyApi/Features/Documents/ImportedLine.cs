using CasualtyApi.Extraction;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Ingest;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;

namespace CasualtyApi.Features.Documents;

/// <summary>A line that was read: an article with its reading, or why there is none.</summary>
internal sealed partial class ImportedLine(NdjsonLine line, ILogger logger, IServiceProvider services)
{
    /// <summary>Whoever sends many lines waits for them all; but one that cannot be kept for so long is told so.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private Article? article;
    private Reading reading = Reading.Empty;
    private ProblemResult? problem;

    /// <summary>Reads a line, and the article in it unless its text is there already.</summary>
    public static async Task<ImportedLine> ReadAsync(NdjsonLine line, int longest, IServiceProvider services, CancellationToken cancellationToken)
    {
        var read = new ImportedLine(line, services.GetRequiredService<ILogger<ImportedLine>>(), services);
        var (request, problem) = line.Bytes is { } bytes ? DocumentBody.Read(bytes, JsonWhole.Line, longest) : (null, TextProblem.Of(TextFault.TooLong, longest));
        read.problem = problem ?? ValidateFilter.Refusal(request, services);
        if (read.problem is not null) return read;
        try
        {
            read.article = DocumentBody.ArticleOf(request!, "import");
            await using var scope = services.CreateAsyncScope();
            read.reading = await scope.ServiceProvider.GetRequiredService<ArticleKeeper>().ReadAsync(read.article, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            read.problem = read.ProblemOf(fault);
        }

        return read;
    }

    /// <summary>Stands in the writers' line when this comes back, and is kept when its task ends.</summary>
    public Task<ImportResult> KeepAsync(LedgerWriter writer, string actor, CancellationToken cancellationToken) => problem is null
        ? AnswerAsync(writer.WriteAmongManyAsync(actor, (db, ledger, stop) => ArticleKeeper.KeepAsync(db, ledger, article!, reading, stop), Patience, cancellationToken))
        : Task.FromResult(ImportResult.Of(line.Number, problem));

    private async Task<ImportResult> AnswerAsync(Task<Kept> keeping)
    {
        try
        {
            return ImportResult.Of(line.Number, await keeping, reading);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return ImportResult.Of(line.Number, ProblemOf(fault));
        }
    }

    // One line must not keep the others from being kept; its fault is in the log, whole.
    private OtherProblem ProblemOf(Exception fault)
    {
        using var scope = services.CreateScope();
        LogFault(logger, fault, line.Number);
        return Failures.ProblemOf(fault, scope.ServiceProvider.GetRequiredService<CasualtyDbContext>());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Line {Line} of an import could not be read or kept")]
    private static partial void LogFault(ILogger logger, Exception fault, int line);
}
