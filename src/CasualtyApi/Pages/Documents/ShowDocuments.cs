using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Documents;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Documents;

/// <summary>The documents, the newest first.</summary>
internal static class ShowDocuments
{
    private const string List = Links.Root + "/documents";

    /// <summary>The cursor is the list's, which says whether it is one.</summary>
    private static readonly QueryField<string> Cursor = QueryFields.Text(PageFields.Cursor.Name, "Where the list goes on.");

    public static readonly QueryTable Query = new(DocumentList.Words, Cursor);

    public static async Task<Results<RoomPage, BadRequestProblem>> HandleAsync(HttpContext http, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var asked = Asked.With(http.Request, ("sort", "-id"));
        var query = DocumentList.Query.Read(asked, List);
        if (query.Problem is { } problem) return problem;
        var page = await DocumentList.ReadAsync(query, db, ledger, cancellationToken);
        return new RoomPage(
            new("Documents", "Every article in the ledger, as it was received.", "/documents", [new("these documents", List + asked)]) { Section = "Documents" },
            ListDocumentsPage.Of(page, http.Request));
    }
}
