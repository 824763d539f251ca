using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Held;

/// <summary>Why a claim wants a reviewer's eye: the most pressing of its reasons, most pressing first.</summary>
internal enum Attention : byte
{
    /// <summary>Another originator's claim about the same subject has a range that does not meet its own.</summary>
    Contradiction,

    /// <summary>It denies, or is denied.</summary>
    Denial,

    /// <summary>Its category is mixed.</summary>
    Mixed,

    /// <summary>Its count has no exact size, or no number at all.</summary>
    Vague,

    None,
}

/// <summary>
/// What each claim at one position wants of a reviewer. It follows from other claims and from whom sources speak for, so it is no
/// column that one claim's changes could keep right: it is found out anew, in two walks, when the ledger has moved on.
/// </summary>
internal sealed class HeldAttention
{
    private readonly Attention[] _reasons;

    private HeldAttention(int claims) => _reasons = new Attention[claims + 1];

    public Attention this[int id] => _reasons[id];

    public static HeldAttention Of(HeldClaims claims)
    {
        var (found, linked) = (new HeldAttention(claims.Count), new Linked(claims.Sources));
        claims.Each(HeldFilter.All, ref linked);
        var extremes = new Extremes(claims.Sources, linked.Updated);
        claims.Each(HeldFilter.All, ref extremes);
        var judging = new Judging(found._reasons, linked, extremes);
        claims.Each(HeldFilter.All, ref judging);
        return found;
    }

    private static bool IsActive(in HeldClaim claim) => claim.Status is ClaimStatus.Candidate or ClaimStatus.Accepted;

    private static bool IsComparable(in HeldClaim claim) =>
        IsActive(claim) && claim is { IsQuantified: true, IsPart: false, Scope: not ClaimScope.Rate, Certainty: not Certainty.Denied };

    /// <summary>Which claims others update or deny.</summary>
    private readonly struct Linked(HeldSources sources) : IHeldVisitor
    {
        public HeldSources Sources { get; } = sources;

        public HashSet<int> Updated { get; } = [];

        public HashSet<int> Denied { get; } = [];

        public void Visit(in HeldClaim claim)
        {
            if (!IsActive(claim)) return;
            if (claim.Updates != 0) Updated.Add(claim.Updates);
            if (claim.Disputes != 0) Denied.Add(claim.Disputes);
        }
    }

    /// <summary>The highest low and the lowest high of each subject, and of those who are not of the same originator.</summary>
    private readonly struct Extremes(HeldSources sources, HashSet<int> updated) : IHeldVisitor
    {
        private readonly Dictionary<int, SubjectReach> _subjects = [];

        public void Visit(in HeldClaim claim)
        {
            if (!IsComparable(claim) || updated.Contains(claim.Id)) return;
            ref var reach = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_subjects, claim.Subject, out var exists);
            reach = (exists ? reach : SubjectReach.Empty).With(Originator(claim), claim.Reach);
        }

        public bool Contradicts(in HeldClaim claim) =>
            IsComparable(claim) && !updated.Contains(claim.Id) && _subjects[claim.Subject].MissedBy(Originator(claim), claim.Reach);

        private int Originator(in HeldClaim claim) =>
            claim.ClaimantId > 0 ? sources.Top(claim.ClaimantId) : claim.PublisherId > 0 ? sources.Same(claim.PublisherId) : -claim.DocumentId;
    }

    private readonly struct Judging(Attention[] reasons, Linked linked, Extremes extremes) : IHeldVisitor
    {
        public void Visit(in HeldClaim claim) => reasons[claim.Id] =
            extremes.Contradicts(claim) ? Attention.Contradiction
            : claim.Certainty == Certainty.Denied || linked.Denied.Contains(claim.Id) ? Attention.Denial
            : claim.Category == CasualtyCategory.Mixed ? Attention.Mixed
            : claim.Relation is CountRelation.Vague or CountRelation.Unquantified ? Attention.Vague
            : Attention.None;
    }
}

/// <summary>How far the claims of one subject reach, told apart by originator as far as one of them needs to know of the others.</summary>
internal readonly record struct SubjectReach(int HighestBy, decimal Highest, decimal NextHighest, int LowestBy, decimal Lowest, decimal NextLowest)
{
    public static readonly SubjectReach Empty = new(0, -1, -1, 0, decimal.MaxValue, decimal.MaxValue);

    public SubjectReach With(int originator, (decimal Low, decimal High) reach) => WithLow(originator, reach.Low).WithHigh(originator, reach.High);

    /// <summary>Whether somebody else's range does not meet this one.</summary>
    public bool MissedBy(int originator, (decimal Low, decimal High) reach) =>
        (originator == HighestBy ? NextHighest : Highest) > reach.High || (originator == LowestBy ? NextLowest : Lowest) < reach.Low;

    private SubjectReach WithLow(int originator, decimal low) =>
        originator == HighestBy ? this with { Highest = Math.Max(low, Highest) }
        : low > Highest ? this with { HighestBy = originator, Highest = low, NextHighest = Highest }
        : this with { NextHighest = Math.Max(low, NextHighest) };

    private SubjectReach WithHigh(int originator, decimal high) =>
        originator == LowestBy ? this with { Lowest = Math.Min(high, Lowest) }
        : high < Lowest ? this with { LowestBy = originator, Lowest = high, NextLowest = Lowest }
        : this with { NextLowest = Math.Min(high, NextLowest) };
}
