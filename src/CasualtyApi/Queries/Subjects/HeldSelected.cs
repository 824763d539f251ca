using System.Runtime.InteropServices;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>
/// A selection of claims that are held in memory: only what they share is read from the database, and that once. Asking again costs no walk and no
/// reading until one of its claims changes; but for a selection that is one request's alone.
/// </summary>
internal sealed class HeldSelected(HeldClaims claims, HeldFilter filter, CasualtyDbContext db) : ISelected
{
    private bool IsKept => filter.Only is null;

    public Task<IReadOnlyList<Extent>> ExtentsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(IsKept ? Ask(held => held.Extents ??= Measured()) : Measured());

    public IReadOnlyList<SelectionPart>? Find(IReadOnlyList<Extent> extents)
    {
        if (!IsKept) return null;
        var found = Ask(held => extents.Select(extent => held.Find(extent.Party, extent.Category)).OfType<SelectionPart>().ToList());
        return found.Count == extents.Count ? found : null;
    }

    public IReadOnlyList<SelectionPart> Keep(IReadOnlyList<SelectionPart> parts) => IsKept ? Ask(held => held.Keep(parts)) : parts;

    public Task<IReadOnlyList<SelectedClaim>> ReadAsync(IReadOnlyList<Extent> extents, CancellationToken cancellationToken)
    {
        var among = extents.Select(extent => ((int)extent.Party, (byte)extent.Category)).ToHashSet();
        var narrowed = filter with
        {
            Parties = new(extents.Select(extent => (int)extent.Party)),
            Categories = HeldFilter.Mask([.. extents.Select(extent => extent.Category)]),
        };
        return RowsAsync(narrowed, (stretch, at) => among.Contains((stretch.Party[at], stretch.Category[at])), cancellationToken);
    }

    public Task<IReadOnlyList<SelectedClaim>> RelatedAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var wanted = new HeldIds(ids.Select(id => (int)id));
        return RowsAsync(filter, (stretch, at) => wanted.Contains(stretch.Updates[at]) || wanted.Contains(stretch.PartOf[at]), cancellationToken);
    }

    private TAnswer Ask<TAnswer>(Func<HeldParts, TAnswer> ask) => claims.Views.Ask(claims, filter, view => ask(HeldParts.Of(view, claims)));

    private IReadOnlyList<Extent> Measured()
    {
        var measuring = new Measuring([]);
        claims.Each(filter, ref measuring);
        return [.. measuring.Extents.Select(extent => new Extent(extent.Key.Party, (CasualtyCategory)extent.Key.Category, extent.Value.First, extent.Value.Count))];
    }

    private Task<IReadOnlyList<SelectedClaim>> RowsAsync(HeldFilter selecting, Func<HeldStretch, int, bool> isWanted, CancellationToken cancellationToken)
    {
        var reading = new Reading(claims, isWanted, []);
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

    private readonly struct Reading(HeldClaims claims, Func<HeldStretch, int, bool> isWanted, List<SelectedRow> rows) : IHeldVisitor
    {
        public List<SelectedRow> Rows => rows;

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            foreach (var at in new HitsAt(hits))
            {
                if (isWanted(stretch, at)) rows.Add(SelectedRow.Of(stretch[at], claims));
            }
        }
    }
}
