namespace CasualtyApi.Queries.Held;

/// <summary>Every claim at one position of the ledger, in the order of the ids. It never changes: the next position is another one, which shares with it what did not change.</summary>
internal sealed class HeldClaims(long position, HeldClaim[][] stretches, int count, HeldLast lasts, HeldGroups groups, HeldSources sources)
{
    private HeldAttention? _attention;

    /// <summary>How many claims are copied when one of them changes.</summary>
    public const int Stretch = 1 << 10;

    public long Position => position;

    public int Count => count;

    public HeldSources Sources => sources;

    public HeldLast Last => lasts;

    public IReadOnlyList<HeldClaim[]> Stretches => stretches;

    /// <summary>How much each claim wants a reviewer's eye; found out when it is first asked for.</summary>
    public HeldAttention Attention => LazyInitializer.EnsureInitialized(ref _attention, () => HeldAttention.Of(this));

    /// <summary>The claim of an id that is there.</summary>
    public ref readonly HeldClaim this[int id] => ref stretches[(id - 1) / Stretch][(id - 1) % Stretch];

    /// <summary>Those a filter selects, one after the other.</summary>
    public void Each<TVisitor>(HeldFilter filter, ref TVisitor visitor) where TVisitor : struct, IHeldVisitor
    {
        var left = count;
        foreach (var stretch in stretches)
        {
            foreach (ref readonly var claim in stretch.AsSpan(0, Math.Min(left, stretch.Length)))
            {
                if (filter.Selects(claim)) visitor.Visit(claim);
            }

            left -= stretch.Length;
        }
    }

    /// <summary>Those of some ids, in ascending order.</summary>
    public void Each<TVisitor>(IReadOnlyList<long> ids, ref TVisitor visitor) where TVisitor : struct, IHeldVisitor
    {
        foreach (var id in ids) visitor.Visit(stretches[(id - 1) / Stretch][(id - 1) % Stretch]);
    }

    /// <summary>How many a filter selects; it stops counting at a number.</summary>
    public int CountUpTo(HeldFilter filter, int most)
    {
        if (groups.Count(filter) is { } counted) return Math.Min(counted, most);
        var (found, left) = (0, count);
        foreach (var stretch in stretches)
        {
            foreach (ref readonly var claim in stretch.AsSpan(0, Math.Min(left, stretch.Length)))
            {
                if (filter.Selects(claim) && ++found == most) return found;
            }

            left -= stretch.Length;
        }

        return found;
    }

    /// <summary>The same after changes: stretches without one are shared.</summary>
    public HeldClaims With(long next, IEnumerable<HeldClaim> changed, HeldSources known)
    {
        var (all, last, own, ends, counted) = (stretches.ToList(), count, new HashSet<int>(), lasts, new HeldGroups(groups));
        foreach (var claim in changed)
        {
            var (index, at) = Math.DivRem(claim.Id - 1, Stretch);
            while (all.Count <= index)
            {
                own.Add(all.Count);
                all.Add(new HeldClaim[Stretch]);
            }

            if (own.Add(index)) all[index] = [.. all[index]];
            counted.Exchange(all[index][at], claim);
            all[index][at] = claim;
            last = Math.Max(last, claim.Id);
            ends = ends.With(claim);
        }

        return new(next, [.. all], last, ends, counted, known);
    }
}

/// <summary>The highest ids that claims name.</summary>
internal readonly record struct HeldLast(int Party, int Place, int Document)
{
    public HeldLast With(in HeldClaim claim) =>
        new(Math.Max(Party, claim.PartyId), Math.Max(Place, claim.PlaceId), Math.Max(Document, claim.DocumentId));
}

/// <summary>What is done with each selected claim. A struct, so that the runtime compiles the walk for it.</summary>
internal interface IHeldVisitor
{
    void Visit(in HeldClaim claim);
}
