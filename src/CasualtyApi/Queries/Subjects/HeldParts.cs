using CasualtyApi.Queries.Held;

namespace CasualtyApi.Queries.Subjects;

/// <summary>The parts of a selection, kept until one of its claims changes.</summary>
internal sealed class HeldParts : IHeldFollower
{
    /// <summary>What a claim takes with what is found out about it: some kilobyte.</summary>
    private const int SizeOfClaim = 50;

    private (IReadOnlyList<SelectionPart> Parts, WithheldDocuments Withheld)? _kept;

    public int Size { get; private set; }

    public void Add(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits) => Forget();

    public void Remove(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits) => Forget();

    /// <summary>What is kept of a view, where it shows what may be shown now; else null.</summary>
    public static IReadOnlyList<SelectionPart>? Find(HeldView view, WithheldDocuments withheld) =>
        In(view)._kept is { } kept && kept.Withheld.IsSameAs(withheld) ? kept.Parts : null;

    public static void Keep(HeldView view, IReadOnlyList<SelectionPart> parts, WithheldDocuments withheld)
    {
        var held = In(view);
        held._kept = (parts, withheld);
        held.Size = parts.Sum(part => part.Claims.Count + part.Related.Count) * SizeOfClaim;
    }

    private static HeldParts In(HeldView view) => view.Following(typeof(HeldParts), _ => new HeldParts());

    private void Forget() => (_kept, Size) = (null, 0);
}
