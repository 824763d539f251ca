using System.Linq.Expressions;
using CasualtyApi.Http;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Queries.Documents;

/// <summary>A document as read, without its text, with what is counted of it.</summary>
internal sealed class DocumentRow : IKeyed
{
    public static readonly Expression<Func<Document, DocumentRow>> Projection = document => new DocumentRow
    {
        Document = document,
        Publications = document.Publications.OrderBy(publication => publication.Ordinal).ToList(),
        Statements = document.Statements.Count(),
        Claims = document.Claims.Count(),
    };

    public required Document Document { get; init; }

    public required List<Publication> Publications { get; init; }

    public required int Statements { get; init; }

    public required int Claims { get; init; }

    public LedgerRecord Record => Document;

    public IEnumerable<long> SourceIds =>
        Publications.Select(publication => publication.PublisherId).Append(Document.PublisherId).OfType<long>();
}
