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

    public int Size { get; private set; }

    /// <summary>All parts there are; null where they are not measured yet.</summary>
    public IReadOnlyList<Extent>? Extents { get; set; }

    /// <summary>What is kept of a view, as far as it shows what may be shown now.</summary>
    public static HeldParts Of(HeldView view, WithheldDocuments withheld)
    {
        var held = view.Following(typeof(HeldParts), _ => new HeldParts());
        if (held._withheld?.IsSameAs(withheld) != true) held.Forget();
        held._withheld = withheld;
        return held;
    }

    public void Add(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits) => Forget();

    public void Remove(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits) => Forget();

    public SelectionPart? Find(long party, CasualtyCategory category) => _parts.GetValueOrDefault((party, category));

    /// <returns>How many are kept now.</returns>
    public int Keep(IEnumerable<SelectionPart> parts)
    {
        foreach (var part in parts.Where(part => _parts.TryAdd((part.Claims[0].Party.Id, part.Claims[0].Category), part)))
        {
            Size += (part.Claims.Count + part.Related.Count) * SizeOfClaim;
        }

        return _parts.Count;
    }

    private void Forget()
    {
        _parts.Clear();
        (Extents, Size) = (null, 0);
    }
}
