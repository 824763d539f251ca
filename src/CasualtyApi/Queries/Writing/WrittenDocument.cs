using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using CasualtyApi.Store.Wording;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Writing;

/// <summary>A document that somebody writes about: every word written must stand in it.</summary>
internal sealed class WrittenDocument
{
    private readonly long _id;
    private readonly CodePointText _text;
    private readonly bool _mayShow;

    private WrittenDocument(long id, CodePointText text, bool mayShow) => (_id, _text, _mayShow) = (id, text, mayShow);

    /// <param name="db">Where it is.</param>
    /// <param name="id">Of a document that is there.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<WrittenDocument> LoadAsync(CasualtyDbContext db, long id, CancellationToken cancellationToken)
    {
        var document = await db.Documents.AsNoTracking().Where(document => document.Id == id)
            .Select(document => new { document.Text!.Text, document.Visibility }).SingleAsync(cancellationToken);
        return new(id, new(document.Text), document.Visibility == Visibility.Public);
    }

    /// <summary>What is wrong with words at a span; null where they stand there.</summary>
    public UnprocessableProblem? SpanFault(string member, int start, int end, string words) =>
        Misquote.Of(_text, start, end, words, _mayShow) is { } fault
            ? new(_text.At(start, end) is null ? ProblemType.SpanOutside : ProblemType.WordsDiffer, member, $"{fault} This is document {_id}.")
            : null;

    /// <summary>What is wrong with words that must stand anywhere in it.</summary>
    public UnprocessableProblem? WordsFault(string member, string words) => _text.Find(words).Any()
        ? null
        : new(ProblemType.WordsDiffer, member, $"does not stand in document {_id}. Words are taken over as they stand there, character by character; where there are none, leave it out.");
}
