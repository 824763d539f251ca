using System.Collections.Concurrent;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>The selected claims of one party and category: every subject lies wholly within one such part.</summary>
internal sealed class SelectionPart
{
    private readonly ConcurrentDictionary<object, object> _findings = new();

    /// <param name="claims">All selected claims of its party and category, at least one.</param>
    /// <param name="related">Those of other parts.</param>
    public SelectionPart(IReadOnlyList<SelectedClaim> claims, IReadOnlyList<SelectedClaim> related) =>
        (First, Claims, Related) = (claims.Min(claim => claim.Id), claims, related);

    /// <summary>The first of their ids, which orders the parts.</summary>
    public long First { get; }

    public IReadOnlyList<SelectedClaim> Claims { get; }

    /// <summary>Selected claims of other parts that update one of these, or are contained in its count.</summary>
    public IReadOnlyList<SelectedClaim> Related { get; }

    /// <summary>What of the part is in force, in the light of the related claims.</summary>
    public Sifted Sifted => Once(typeof(Sifted), part => part.Sift());

    /// <summary>What a method finds out about the part when it is first asked for; kept as long as the part is.</summary>
    public TFinding Once<TFinding>(object method, Func<SelectionPart, TFinding> find) where TFinding : class =>
        (TFinding)_findings.GetOrAdd(method, (_, part) => find(part), this);

    /// <summary>The parts of some claims, in the order of their first.</summary>
    /// <param name="claims">All selected claims of each of the parts.</param>
    /// <param name="all">These, and those of other parts that may be related to them.</param>
    public static IReadOnlyList<SelectionPart> Of(IReadOnlyList<SelectedClaim> claims, IReadOnlyList<SelectedClaim> all)
    {
        var related = RelatedByPart(claims, all);
        return
        [
            .. claims.GroupBy(Key).Select(part => new SelectionPart([.. part], [.. related[part.Key].Distinct()])).OrderBy(part => part.First),
        ];
    }

    private static ILookup<(long, CasualtyCategory), SelectedClaim> RelatedByPart(IReadOnlyList<SelectedClaim> claims, IReadOnlyList<SelectedClaim> all)
    {
        var links = all.Where(claim => claim.Updates is not null).Select(claim => (claim, To: claim.Updates!.Value))
            .Concat(all.Where(claim => claim.PartOf is not null).Select(claim => (claim, To: claim.PartOf!.Value))).ToList();
        var linked = links.Select(link => link.To).ToHashSet();
        var parts = claims.Where(claim => linked.Contains(claim.Id)).ToDictionary(claim => claim.Id, Key);
        return links.Where(link => parts.TryGetValue(link.To, out var part) && part != Key(link.claim)).ToLookup(link => parts[link.To], link => link.claim);
    }

    private static (long Party, CasualtyCategory Category) Key(SelectedClaim claim) => (claim.Party.Id, claim.Category);

    private Sifted Sift()
    {
        if (Related.Count == 0) return InForce.Of(Claims);
        var own = Claims.Select(claim => claim.Id).ToHashSet();
        var sifted = InForce.Of([.. Claims, .. Related]);
        return new(
            [.. sifted.Groups.Where(group => own.Contains(group.Standing.Id))], [.. sifted.Excluded.Where(exclusion => own.Contains(exclusion.Claim.Id))]);
    }
}
