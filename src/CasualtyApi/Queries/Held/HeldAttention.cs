using System.Runtime.InteropServices;
using CasualtyApi.Queries.Methods;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Held;

/// <summary>Why a claim wants a reviewer's eye: the most pressing of its reasons, most pressing first.</summary>
internal enum Attention : byte
{
    /// <summary>It is what its originator says now, and another originator says of the same subject what its range does not meet.</summary>
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
/// column that one claim's changes could keep right: it is found out anew, in three walks, when the ledger has moved on.
/// </summary>
internal sealed class HeldAttention
{
    private readonly Attention[] _reasons;

    private HeldAttention(int claims) => _reasons = new Attention[claims + 1];

    public Attention this[int id] => _reasons[id];

    public static HeldAttention Of(HeldClaims claims)
    {
        var (found, every, linked) = (new HeldAttention(claims.Stretches.Count * HeldStretch.Size), new HeldFilter(), new Linked());
        claims.Each(every, ref linked);
        var newest = new Newest(claims.Sources, linked.Updated);
        claims.Each(every, ref newest);
        var judging = new Judging(found._reasons, linked, new(newest));
        claims.Each(every, ref judging);
        return found;
    }

    private static bool IsComparable(HeldStretch stretch, int at) => stretch.IsActive(at) && stretch.IsQuantified(at) && stretch.PartOf[at] == 0
        && (ClaimScope)stretch.Scope[at] != ClaimScope.Rate && (Certainty)stretch.Certainty[at] != Certainty.Denied;

    /// <summary>Which claims others update or deny.</summary>
    private readonly struct Linked() : IHeldVisitor
    {
        public HashSet<int> Updated { get; } = [];

        public HashSet<int> Denied { get; } = [];

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            foreach (var at in new HitsAt(hits))
            {
                if (!stretch.IsActive(at)) continue;
                if (stretch.Updates[at] != 0) Updated.Add(stretch.Updates[at]);
                if (stretch.Disputes[at] != 0) Denied.Add(stretch.Disputes[at]);
            }
        }
    }

    /// <summary>What each originator says now of each subject, by the rule of <see cref="Latest"/>.</summary>
    private readonly struct Newest(HeldSources sources, HashSet<int> updated) : IHeldVisitor
    {
        // Two subjects of one hash would only put a claim before its turn in the review queue.
        public Dictionary<(int Subject, int Originator), Said> Said { get; } = [];

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            foreach (var at in new HitsAt(hits))
            {
                if (!IsCompared(stretch, at)) continue;
                var when = (Day(stretch, at), stretch.Published[at], stretch.Id[at]);
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(Said, Key(stretch, at), out var exists);
                if (!exists || when.CompareTo(known.When) > 0) known = new(when, stretch.Reach(at));
            }
        }

        /// <summary>Whether its originator says so now: in this claim, or in one with the same range.</summary>
        public bool Holds(HeldStretch stretch, int at) => IsCompared(stretch, at) && Said[Key(stretch, at)].Reach == stretch.Reach(at);

        public (int Subject, int Originator) Key(HeldStretch stretch, int at) =>
            (stretch.Subject[at], sources.Originator(stretch, at) is not 0 and var known ? known : -stretch.Document[at]);

        private bool IsCompared(HeldStretch stretch, int at) => IsComparable(stretch, at) && !updated.Contains(stretch.Id[at]);

        private static int Day(HeldStretch stretch, int at) => (stretch.Ends[at] & HeldClaim.EndKnown) != 0 ? stretch.Occurred[at] : stretch.Published[at];
    }

    /// <summary>One claim: when, and from where to where.</summary>
    private readonly record struct Said((int Day, int Published, int Id) When, (decimal Low, decimal High) Reach);

    /// <summary>The highest low and the lowest high of each subject, and of those who are not of the same originator.</summary>
    private readonly struct Extremes
    {
        private readonly Newest _newest;
        private readonly Dictionary<int, SubjectReach> _subjects = [];

        public Extremes(Newest newest)
        {
            _newest = newest;
            foreach (var ((subject, originator), said) in newest.Said)
            {
                ref var reach = ref CollectionsMarshal.GetValueRefOrAddDefault(_subjects, subject, out var exists);
                reach = (exists ? reach : SubjectReach.Empty).With(originator, said.Reach);
            }
        }

        public bool Contradicts(HeldStretch stretch, int at) => _newest.Holds(stretch, at)
            && _newest.Key(stretch, at) is var (subject, originator) && _subjects[subject].MissedBy(originator, stretch.Reach(at));
    }

    private readonly struct Judging(Attention[] reasons, Linked linked, Extremes extremes) : IHeldVisitor
    {
        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            foreach (var at in new HitsAt(hits)) reasons[stretch.Id[at]] = Reason(stretch, at);
        }

        private Attention Reason(HeldStretch stretch, int at) =>
            extremes.Contradicts(stretch, at) ? Attention.Contradiction
            : (Certainty)stretch.Certainty[at] == Certainty.Denied || linked.Denied.Contains(stretch.Id[at]) ? Attention.Denial
            : (CasualtyCategory)stretch.Category[at] == CasualtyCategory.Mixed ? Attention.Mixed
            : (CountRelation)stretch.Relation[at] is CountRelation.Vague or CountRelation.Unquantified ? Attention.Vague
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
