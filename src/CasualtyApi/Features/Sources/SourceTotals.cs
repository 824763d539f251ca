using CasualtyApi.Queries;
using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Sources;

/// <summary>How many statements and claims are a source's own, those included that it was found to be the same as.</summary>
internal sealed class SourceTotals
{
    private readonly Dictionary<long, (int Statements, int Claims)> _families = [];
    private readonly SourceDirectory _sources;

    private SourceTotals(SourceDirectory sources) => _sources = sources;

    /// <summary>Most sources are nobody else, and are counted with the row.</summary>
    public static async Task<SourceTotals> LoadAsync(
        CasualtyDbContext db, IEnumerable<SourceRow> rows, SourceDirectory sources, CancellationToken cancellationToken)
    {
        var totals = new SourceTotals(sources);
        var roots = rows.Select(row => sources.Name(row.Source.Id).Id).Distinct().ToList();
        var merged = await db.Sources.Where(source => EF.Parameter(roots).Contains(source.MergedIntoId!.Value))
            .Select(source => source.MergedIntoId!.Value).Distinct().ToListAsync(cancellationToken);
        foreach (var root in merged)
        {
            var family = await SourceFamily.SameAsync(db, [root], cancellationToken);
            totals._families[root] = (
                await db.StatementSpeakers.Where(speaker => EF.Parameter(family).Contains(speaker.SourceId))
                    .Select(speaker => speaker.StatementId).Distinct().CountAsync(cancellationToken),
                await db.ClaimClaimants.Where(claimant => EF.Parameter(family).Contains(claimant.SourceId))
                    .Select(claimant => claimant.ClaimId).Distinct().CountAsync(cancellationToken));
        }

        return totals;
    }

    /// <summary>Of a source that nobody was found to be.</summary>
    public static SourceTotals OfNew(SourceDirectory sources) => new(sources);

    public (int Statements, int Claims) Of(SourceRow row) =>
        _families.TryGetValue(_sources.Name(row.Source.Id).Id, out var family) ? family : (row.Statements, row.Claims);
}
