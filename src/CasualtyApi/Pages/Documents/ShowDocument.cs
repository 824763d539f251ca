using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Documents;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Documents;

/// <summary>A document with what was read in it marked in its words.</summary>
internal static class ShowDocument
{
    public static async Task<Results<RoomPage, NotFoundProblem>> HandleAsync(
        long id, QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        if (await ReadDocument.FindAsync(id, db, ledger, cancellationToken) is not { } read) return new NotFoundProblem("document", id);

        var asked = query.Canonical.Length == 0 ? "" : "&" + query.Canonical;
        return new RoomPage(Head(read.Document, asked), DocumentPage.Of(read, ledger.IsAsOf ? ledger.Position : null)) { Later = DocumentPage.Later(read) };
    }

    private static PageHead Head(DocumentResponse document, string asked)
    {
        var self = Links.To("documents", document.Id);
        return new(
            document.Label, $"“{document.Label}”: {Words.Count(document.Statements, "statement")} and {Words.Count(document.Claims, "claim")}, marked where they stand in the text.",
            $"/documents/{document.Id}",
            [
                new("the document", self + asked.Replace('&', '?')),
                new("its text, verbatim", self + "/text"),
                new("its statements", $"{Links.Root}/statements?document={document.Id}&limit=500{asked}"),
                new("its claims", $"{Links.Root}/claims?document={document.Id}&status=any&limit=500{asked}"),
            ])
        { Section = "Documents" };
    }
}
