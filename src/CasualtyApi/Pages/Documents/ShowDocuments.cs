using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Documents;
using CasualtyApi.Store;

namespace CasualtyApi.Pages.Documents;

/// <summary>The documents, the newest first.</summary>
internal static class ShowDocuments
{
    public static readonly QueryTable Query = new(DocumentList.Words, PageFields.Cursor);

    public static async Task<RoomPage> HandleAsync(HttpContext http, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var asked = Asked.With(http.Request, ("sort", "-id"));
        var query = DocumentList.Query.Read(asked);
        var page = await DocumentList.ReadAsync(query, db, ledger, cancellationToken);
        return new(
            new("Documents", "Every article in the ledger, as it was received.", "/documents", [new("these documents", Links.Root + "/documents" + asked)]) { Section = "Documents" },
            ListDocumentsPage.Of(page, http.Request));
    }
}
