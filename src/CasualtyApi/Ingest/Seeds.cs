using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Ingest;

/// <summary>
/// Keeps every seed the store does not know yet, in the ordinal order of their file names and each in a transaction of its
/// own. A broken file stops only itself.
/// </summary>
internal sealed partial class Seeds(
    ArticleKeeper keeper,
    CasualtyDbContext context,
    IOptions<SeedOptions> seeds,
    IOptions<ExtractionOptions> extraction,
    IHostEnvironment environment,
    ILogger<Seeds> logger)
{
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        // An option that cannot be read is no fault of a file: it must show here.
        _ = extraction.Value;
        if (seeds.Value.Path is "") return;
        var folder = seeds.Value.Path is { } path
            ? Path.GetFullPath(path, environment.ContentRootPath)
            : Path.Combine(AppContext.BaseDirectory, "seeds");
        if (!Directory.Exists(folder))
        {
            LogNoFolder(logger, folder);
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            await KeepAsync(file, cancellationToken);
        }
    }

    private async Task KeepAsync(string file, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file);
        try
        {
            var article = await SeedFile.ReadAsync(file, extraction.Value.MaximumLength, cancellationToken);
            if (await keeper.KnowsAsync(ArticleKeeper.Fingerprint(article.Text), cancellationToken)) return;
            var kept = await keeper.KeepAsync(article, ChangeLog.Engine, cancellationToken);
            LogKept(logger, name, kept.DocumentId);
        }
        catch (BrokenSeedException broken)
        {
            LogBroken(logger, name, broken.Message);
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            // One file must not keep the service from starting; its fault is in the log, whole.
            LogFault(logger, fault, name);
        }
    }

    private bool IsOfTheFile(Exception fault) => fault is not OperationCanceledException && context.TroubleIn(fault) is null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Seed {File} kept as document {DocumentId}")]
    private static partial void LogKept(ILogger logger, string file, long documentId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Seed {File} left out: {Fault}")]
    private static partial void LogBroken(ILogger logger, string file, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Seed {File} left out: it could not be read or kept")]
    private static partial void LogFault(ILogger logger, Exception fault, string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No seeds: {Folder} does not exist")]
    private static partial void LogNoFolder(ILogger logger, string folder);
}
