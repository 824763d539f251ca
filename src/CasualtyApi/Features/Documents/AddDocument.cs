using CasualtyApi.Http;
using CasualtyApi.Http.Writes;
using CasualtyApi.Ingest;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Documents;

/// <summary>Reads an article and keeps it with its statements and claims. A text that is there already only learns where else it was published.</summary>
internal static class AddDocument
{
    public static async Task<Results<Added<DocumentResponse>, Written<DocumentResponse>, BadRequestProblem>> HandleAsync(
        DocumentBody body, QueryValues query, RequestWriter writer, ArticleKeeper keeper, CancellationToken cancellationToken)
    {
        if (body.IsJson && DocumentQuery.Refusal(query) is { } refusal) return refusal;
        var article = DocumentQuery.Over(body.Article!, query);

        // Reading takes its time: it is done before others are kept waiting.
        var reading = await keeper.ReadAsync(article, cancellationToken);
        return await writer.WriteAsync<Results<Added<DocumentResponse>, Written<DocumentResponse>, BadRequestProblem>>(async (db, ledger, stop) =>
        {
            var kept = await ArticleKeeper.KeepAsync(db, ledger, article, reading, stop);
            var document = await GetDocument.FindAsync(db, kept.DocumentId, stop);
            return kept.IsNew
                ? new Added<DocumentResponse>(document!, kept.Position, Links.To("documents", kept.DocumentId))
                : new Written<DocumentResponse>(document!, kept.Position);
        }, cancellationToken);
    }
}
