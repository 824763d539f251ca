using System.Runtime.InteropServices;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Held;

/// <summary>How many claims there are of each party, category and status: what most lists are filtered by, counted without a walk.</summary>
internal sealed class HeldGroups
{
    private readonly Dictionary<(int Party, CasualtyCategory Category, ClaimStatus Status), int> _counts;

    public HeldGroups() => _counts = [];

    public HeldGroups(HeldGroups known) => _counts = new(known._counts);

    /// <summary>Null for a filter that asks for more than these.</summary>
    public int? Count(HeldFilter filter)
    {
        if (filter != new HeldFilter { Categories = filter.Categories, Statuses = filter.Statuses, Parties = filter.Parties }) return null;
        var count = 0;
        foreach (var (key, claims) in _counts)
        {
            if ((filter.Statuses >> (int)key.Status & 1) != 0 && (filter.Categories >> (int)key.Category & 1) != 0
                && (filter.Parties is null || filter.Parties.Contains(key.Party))) count += claims;
        }

        return count;
    }

    public void Exchange(in HeldClaim before, in HeldClaim after)
    {
        if (before.Id != 0) CollectionsMarshal.GetValueRefOrAddDefault(_counts, (before.PartyId, before.Category, before.Status), out _)--;
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, (after.PartyId, after.Category, after.Status), out _)++;
    }
}
