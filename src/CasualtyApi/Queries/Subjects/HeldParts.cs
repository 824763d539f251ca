using CasualtyApi.Queries.Held;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>Parts of a selection as they were read, kept until one of its claims changes.</summary>
internal sealed class HeldParts : IHeldFollower
{
    /// <summary>What a claim takes with what is found out about it: some 500 bytes.</summary>
    private const int SizeOfClaim = 25;

    private readonly Dictionary<(long Party, CasualtyCategory Category), SelectionPart> _parts = [];
    private WithheldDocuments? _withheld;
    private long _relinked;

    public int Size { get; private set; }

    /// <summary>All parts there are; null where they are not measured yet.</summary>
    public IReadOnlyList<Extent>? Extents { get; set; }

    /// <summary>What is kept of a view, as far as it shows what may be shown now, and its links lead where they lead now: that depends on claims beyond the selection, too.</summary>
    public static HeldParts Of(HeldView view, HeldClaims claims)
    {
        var held = view.Following(typeof(HeldParts), _ => new HeldParts());
        if (held._withheld?.IsSameAs(claims.Withheld) != true || held._relinked != claims.Relinked) held.Forget();
        (held._withheld, held._relinked) = (claims.Withheld, claims.Relinked);
        return held;
    }

    public void Add(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits) => Forget();

    public void Remove(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits) => Forget();

    public SelectionPart? Find(long party, CasualtyCategory category) => _parts.GetValueOrDefault((party, category));

    /// <returns>The same parts.</returns>
    public IReadOnlyList<SelectionPart> Keep(IReadOnlyList<SelectionPart> parts)
    {
        foreach (var part in parts.Where(part => _parts.TryAdd((part.Claims[0].Party.Id, part.Claims[0].Category), part)))
        {
            Size += (part.Claims.Count + part.Related.Count) * SizeOfClaim;
        }

        return parts;
    }

    private void Forget()
    {
        _parts.Clear();
        (Extents, Size) = (null, 0);
    }
}
