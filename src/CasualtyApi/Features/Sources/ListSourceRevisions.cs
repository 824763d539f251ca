using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Sources;

/// <summary>Every state a source has had, newest first.</summary>
internal sealed record SourceRevisionsResponse(IReadOnlyList<SourceRevisionResponse> Items, int Total, long Position) : IPositioned;

/// <summary>One state of a source, and the change that made it.</summary>
/// <param name="Since">The position of that change.</param>
/// <param name="Until">The position of the change that ended this state; null for the present one.</param>
/// <param name="Actor">Who made the change.</param>
/// <param name="Source">The source in that state; what is counted of it is of now.</param>
internal sealed record SourceRevisionResponse(
    int Revision, long Since, long? Until, DateTime At, string Actor, ChangeKind Kind, string? Reason, SourceResponse Source);

internal static class ListSourceRevisions
{
    public static async Task<Results<Ok<SourceRevisionsResponse>, NotFoundProblem>> HandleAsync(
        long id, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var present = await db.Sources.AsNoTracking().Where(source => source.Id == id)
            .Select(SourceRow.Projection(db)).SingleOrDefaultAsync(cancellationToken);
        if (present is null)
        {
            return new NotFoundProblem("source", id);
        }

        var earlier = await db.SourceRevisions.AsNoTracking().Where(revision => revision.Id == id)
            .OrderByDescending(revision => revision.Revision).ToListAsync(cancellationToken);
        List<(SourceRow Row, long? Until)> rows = [(present, null), .. earlier.Select(revision => (Row(revision, present), (long?)revision.Until))];
        var changes = await db.Changes.AsNoTracking()
            .Where(change => change.Record == RecordKind.Source && change.RecordId == id)
            .ToDictionaryAsync(change => change.Revision, cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, rows.Select(pair => pair.Row.Source.AffiliationId).OfType<long>().Append(id), cancellationToken);
        var totals = await SourceTotals.LoadAsync(db, [present], sources, cancellationToken);
        return TypedResults.Ok(new SourceRevisionsResponse(
            [.. rows.Select(pair => Shape(pair.Row, pair.Until, changes[pair.Row.Source.Revision], sources, totals))], rows.Count, ledger.Position));
    }

    private static SourceRow Row(SourceRevision revision, SourceRow present) =>
        new() { Source = revision, Aliases = revision.Aliases, Statements = present.Statements, Claims = present.Claims };

    private static SourceRevisionResponse Shape(SourceRow row, long? until, Change change, SourceDirectory sources, SourceTotals totals) => new(
        row.Source.Revision, row.Source.Since, until, Instant.Of(change.At), change.Actor, change.Kind, change.Reason, SourceResponse.Of(row, sources, totals));
}
