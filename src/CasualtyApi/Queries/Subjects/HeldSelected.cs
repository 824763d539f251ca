using System.Runtime.InteropServices;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>A selection of claims that are held in memory: only what they share is read from the database, and that once.</summary>
internal sealed class HeldSelected(HeldClaims claims, HeldFilter filter, CasualtyDbContext db) : ISelected
{
    /// <summary>Few are kept as they were read, so that asking again costs no walk and no reading.</summary>
    public async Task<IReadOnlyList<SelectionPart>?> FewAsync(int most, CancellationToken cancellationToken)
    {
        if (filter.Only is not null)
        {
            var only = await RowsAsync(filter, (_, _) => true, most + 1, cancellationToken);
            return only.Count > most ? null : SelectionPart.Of(only, only);
        }

        var (kept, ids) = claims.Views.Ask(claims, filter, view => view.Count > most ? (null, null) : (HeldParts.Find(view, claims.Withheld), view
            .Following((typeof(HeldSorted), HeldSorted.ById), _ => new HeldSorted(HeldSorted.ById)).Page(null, descending: false, most)));
        if (kept is not null || ids is null) return kept;

        var few = await Selection.OfAsync(ids.ConvertAll(id => SelectedRow.Of(claims[(int)id], claims)), db, claims.Sources.Records, cancellationToken);
        var parts = SelectionPart.Of(few, few);
        return claims.Views.Ask(claims, filter, view =>
        {
            HeldParts.Keep(view, parts, claims.Withheld);
            return parts;
        });
    }

    public Task<IReadOnlyList<Extent>> ExtentsAsync(CancellationToken cancellationToken)
    {
        var measuring = new Measuring([]);
        claims.Each(filter, ref measuring);
        return Task.FromResult<IReadOnlyList<Extent>>(
            [.. measuring.Extents.Select(extent => new Extent(extent.Key.Party, (CasualtyCategory)extent.Key.Category, extent.Value.First, extent.Value.Count))]);
    }

    public Task<IReadOnlyList<SelectedClaim>> ReadAsync(IReadOnlyList<Extent> extents, CancellationToken cancellationToken)
    {
        var among = extents.Select(extent => ((int)extent.Party, (byte)extent.Category)).ToHashSet();
        var narrowed = filter.IsCollapsed ? filter : filter with
        {
            Parties = new(extents.Select(extent => (int)extent.Party)),
            Categories = HeldFilter.Mask([.. extents.Select(extent => extent.Category)]),
        };
        return RowsAsync(narrowed, (stretch, at) => among.Contains((stretch.Party[at], stretch.Category[at])), int.MaxValue, cancellationToken);
    }

    public Task<IReadOnlyList<SelectedClaim>> RelatedAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var wanted = new HeldIds(ids.Select(id => (int)id));
        return RowsAsync(filter, (stretch, at) => wanted.Contains(stretch.Updates[at]) || wanted.Contains(stretch.PartOf[at]), int.MaxValue, cancellationToken);
    }

    private Task<IReadOnlyList<SelectedClaim>> RowsAsync(HeldFilter selecting, Func<HeldStretch, int, bool> isWanted, int most, CancellationToken cancellationToken)
    {
        var reading = new Reading(claims, isWanted, most, []);
        claims.Each(selecting, ref reading);
        return Selection.OfAsync(reading.Rows, db, claims.Sources.Records, cancellationToken);
    }

    private readonly struct Measuring(Dictionary<(int Party, byte Category), (int First, int Count)> extents) : IHeldVisitor
    {
        public Dictionary<(int Party, byte Category), (int First, int Count)> Extents => extents;

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            foreach (var at in new HitsAt(hits))
            {
                ref var extent = ref CollectionsMarshal.GetValueRefOrAddDefault(extents, (stretch.Party[at], stretch.Category[at]), out var exists);
                extent = (exists ? extent.First : stretch.Id[at], extent.Count + 1);
            }
        }
    }

    private readonly struct Reading(HeldClaims claims, Func<HeldStretch, int, bool> isWanted, int most, List<SelectedRow> rows) : IHeldVisitor
    {
        public List<SelectedRow> Rows => rows;

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            if (rows.Count == most) return;
            foreach (var at in new HitsAt(hits))
            {
                if (rows.Count < most && isWanted(stretch, at)) rows.Add(SelectedRow.Of(stretch[at], claims));
            }
        }
    }
}
