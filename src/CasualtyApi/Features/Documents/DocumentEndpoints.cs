using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using CasualtyApi.Queries.Documents;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Documents;

internal static class DocumentEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");

        documents.MapGet("", ListDocuments.HandleAsync).AsList(DocumentList.Query).Named(nameof(ListDocuments),
            "Lists documents: articles as they were received.",
            "What is not known of a document stays null; `label` stands for a missing title.");

        documents.MapGet("/{id:number}", GetDocument.HandleAsync).AsRecord("document", 1, QueryTable.OfRecord).Named(nameof(GetDocument),
            "Gets one document.",
            "Everything known of it but the text itself, which `links.text` leads to.");

        documents.MapGet("/{id:number}/text", GetDocumentText.HandleAsync).AsRecord("document", 1).Named(nameof(GetDocumentText),
            "Gets a document's text, verbatim.",
            "The bytes whose SHA-256 the document states. Every span in this API counts their Unicode code points.");

        documents.MapPost("", AddDocument.HandleAsync).WithMetadata(DocumentQuery.Table).AsAdding().For(Role.Contributor).Named(nameof(AddDocument),
            "Reads an article, and keeps it with its statements and claims.",
            "Send JSON, the bare text, or the page it stood on. A text that is here already is the same document: then the answer is 200, and where and when it "
            + "was published is added to `publications`. Of a page the article's text is kept, and the page itself beside it; what the page says of itself "
            + "(title, address, site, day, language) counts where the query says nothing else.");

        documents.MapPost("/import", ImportDocuments.HandleAsync).For(Role.Contributor).Named(nameof(ImportDocuments),
            "Reads and keeps many articles, one JSON object a line.",
            "One result a line, in the same order, streamed. Each line is a change of its own: one that is at fault says why, and the others are kept. Safe to send "
            + "again: a text that is here already is not kept twice. A caller may send everything before reading anything.");

        documents.MapPatch("/{id:number}", CorrectDocument.HandleAsync).AsChange("document", 1).For(Role.Reviewer).Named(nameof(CorrectDocument),
            "Corrects what is known of a document, and how much of it may be shown.",
            "A merge patch (RFC 7396) over the members that are named, and a `reason`. It makes a new revision and keeps the old; the text never changes. With the "
            + "day or the publisher, what its claims repeat in other documents, and which of those repeat them, is found anew.");

        documents.MapPost("/{id:number}/readings", ReadDocumentAgain.HandleAsync).AsAdding().WithMetadata(new PathId("document", 1)).For(Role.Reviewer).Named(nameof(ReadDocumentAgain),
            "Reads a document again with this version of the engine.",
            "A claim at the same span, of the same category and party keeps its id; a candidate that is not read any more is superseded; what a person touched stays.");
    }
}
