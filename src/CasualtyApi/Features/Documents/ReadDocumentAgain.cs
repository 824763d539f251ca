using CasualtyApi.Extraction;
using CasualtyApi.Http;
using CasualtyApi.Http.Writes;
using CasualtyApi.Ingest;
using CasualtyApi.Queries.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Documents;

/// <summary>Reads a document again with the engine of this version.</summary>
internal static class ReadDocumentAgain
{
    public static Task<Results<Written<ReadingResponse>, NotFoundProblem>> HandleAsync(long id, RequestWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync<Results<Written<ReadingResponse>, NotFoundProblem>>(async (db, ledger, stop) =>
            await Rereading.ReadAsync(db, ledger, id, stop) is { } read && await GetDocument.FindAsync(db, id, stop) is { } document
                ? new Written<ReadingResponse>(new(document, ArticleReader.Version, read.Changes, read.Superseded), read.Position)
                : new NotFoundProblem("document", id), cancellationToken);
}

/// <summary>What reading a document again came to.</summary>
/// <param name="Document">As it is now.</param>
/// <param name="Extractor">The version of the engine that read it.</param>
/// <param name="Changes">How many changes it made; 0 where all was read as before.</param>
/// <param name="Superseded">How many claims are not read any more.</param>
internal sealed record ReadingResponse(DocumentResponse Document, string Extractor, int Changes, int Superseded);
