using CasualtyApi.Http;
using CasualtyApi.Queries.Documents;

namespace CasualtyApi.Features.Documents;

internal static class DocumentEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");

        documents.MapGet("", ListDocuments.HandleAsync).AsList(DocumentList.Query).Named(nameof(ListDocuments),
            "Lists documents: articles as they were received.",
            "What is not known of a document stays null; `label` stands for a missing title.");

        documents.MapGet("/{id:long}", GetDocument.HandleAsync).AsRecord("document", 1, QueryTable.OfRecord).Named(nameof(GetDocument),
            "Gets one document.",
            "Everything known of it but the text itself, which `links.text` leads to.");

        documents.MapGet("/{id:long}/text", GetDocumentText.HandleAsync).AsRecord("document", 1).Named(nameof(GetDocumentText),
            "Gets a document's text, verbatim.",
            "The bytes whose SHA-256 the document states. Every span in this API counts their Unicode code points.");
    }
}
