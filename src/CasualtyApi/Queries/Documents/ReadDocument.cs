using CasualtyApi.Http;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Marking;
using CasualtyApi.Queries.Statements;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Documents;

/// <summary>A document with all that was read in it.</summary>
/// <param name="Segments">Its words, cut where statements and claims begin and end: all of them, those that are marked, or none, as its visibility has it.</param>
/// <param name="Statements">In the order of the text.</param>
/// <param name="Claims">Whatever their status, in the order of the text.</param>
/// <param name="History">The changes of each claim, the first one first.</param>
internal sealed record ReadDocument(
    DocumentResponse Document, IReadOnlyList<Segment> Segments, IReadOnlyList<StatementResponse> Statements, IReadOnlyList<ClaimResponse> Claims,
    ILookup<long, ClaimChange> History)
{
    /// <returns>Null where there is no such document.</returns>
    public static async Task<ReadDocument?> FindAsync(long id, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var document = await db.Documents.AsNoTracking().Where(document => document.Id == id)
            .Select(DocumentRow.Projection).SingleOrDefaultAsync(cancellationToken);
        if (document is null) return null;

        var statements = await db.Statements.AsNoTracking().Where(statement => statement.DocumentId == id)
            .OrderBy(statement => statement.Start).ThenBy(statement => statement.Id).Select(StatementRow.Projection).ToListAsync(cancellationToken);
        var claims = await db.Claims.AsNoTracking().Where(claim => claim.DocumentId == id)
            .OrderBy(claim => claim.Start).ThenBy(claim => claim.Id).Select(ClaimRow.Projection).ToListAsync(cancellationToken);
        var sources = await SourceDirectory.LoadAsync(
            db, [.. document.SourceIds, .. statements.SelectMany(row => row.SourceIds), .. claims.SelectMany(row => row.SourceIds)], cancellationToken);
        var (shown, said) = (claims.ConvertAll(row => ClaimResponse.Of(row, sources)), statements.ConvertAll(row => StatementResponse.Of(row, sources)));
        return new(
            DocumentResponse.Of(document, sources), await SegmentsAsync(document.Document.Visibility, id, said, shown, db, cancellationToken),
            said, shown, await ClaimChange.OfAsync(shown.Select(claim => claim.Id), ledger.Position, db, cancellationToken));
    }

    private static async Task<IReadOnlyList<Segment>> SegmentsAsync(
        Visibility visibility, long id, IEnumerable<StatementResponse> statements, IEnumerable<ClaimResponse> claims, CasualtyDbContext db,
        CancellationToken cancellationToken)
    {
        if (visibility == Visibility.Withheld) return [];

        var text = await db.DocumentTexts.AsNoTracking().Where(text => text.DocumentId == id).Select(text => text.Text).SingleAsync(cancellationToken);
        var segments = MarkedText.Cut(text, [.. statements.Select(Marks.Of), .. claims.Select(Marks.Of)]);
        return visibility == Visibility.Public ? segments : MarkedText.WithoutTheRest(segments);
    }
}

/// <summary>Where the words of records stand.</summary>
internal static class Marks
{
    public static Mark Of(StatementResponse statement) => new(statement.Id, statement.Start, statement.End, IsClaim: false, Kebab.Of(statement.Kind));

    public static Mark Of(ClaimResponse claim) => new(claim.Id, claim.Quote.Start, claim.Quote.End, IsClaim: true, Kebab.Of(claim.Category), IsDropped(claim));

    /// <summary>Whether a claim was decided to be none, or to have given way to another.</summary>
    public static bool IsDropped(ClaimResponse claim) => claim.Status is not (ClaimStatus.Candidate or ClaimStatus.Accepted);
}
