using System.Globalization;
using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Sqlite;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Exports;

internal static class ExportDatabase
{
    public const string MediaType = "application/vnd.sqlite3";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    // A copy takes the disk of one database: one at a time.
    private static readonly SemaphoreSlim Gate = new(1, 1);

    public static async Task<IResult> HandleAsync(HttpContext http, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Documents.AnyAsync(document => document.Visibility != Visibility.Public, cancellationToken))
        {
            return new OtherProblem(ProblemType.NotFound, "Words of some documents are withheld, and the file would hold them. Take /api/v1/exports/ledger.ndjson.");
        }

        if (!await Gate.WaitAsync(Patience, cancellationToken)) return new UnavailableProblem("Another export of the database is under way.");
        http.Response.RegisterForDispose(new Turn());
        var file = new TemporaryFile();
        http.Response.RegisterForDispose(file);
        await db.CopyAsync(file.Path, withKeys: false, cancellationToken);
        var position = await PositionAsync(file.Path, cancellationToken);
        http.Response.Headers[LedgerView.Header] = position.ToString(CultureInfo.InvariantCulture);
        return new Answer(file.Path);
    }

    // Of the copy: the database may have gone on since.
    private static async Task<long> PositionAsync(string file, CancellationToken cancellationToken)
    {
        await using var copy = SqliteStore.OpenCopy(file);
        return await new LedgerTree(copy).SizeAsync(cancellationToken);
    }

    private sealed class Answer(string file) : DigestedAnswer(ExportDatabase.MediaType)
    {
        protected override async Task WriteAsync(Stream body, CancellationToken cancellationToken)
        {
            await using var copy = File.OpenRead(file);
            await copy.CopyToAsync(body, cancellationToken);
        }
    }

    private sealed class Turn : IDisposable
    {
        public void Dispose() => Gate.Release();
    }

    private sealed class TemporaryFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

        public void Dispose() => File.Delete(Path);
    }
}
