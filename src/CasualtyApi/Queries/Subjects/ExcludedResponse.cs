using System.Text.Json.Serialization;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>The claims that are not used.</summary>
/// <param name="Count">All of them.</param>
/// <param name="ByReason">How many for each reason.</param>
/// <param name="Claims">The first 100, in the order of their ids.</param>
internal sealed record ExcludedResponse(int Count, IReadOnlyDictionary<string, int> ByReason, IReadOnlyList<ExcludedClaim> Claims)
{
    /// <summary>How many claims an answer lists by id; their counts are always whole.</summary>
    public const int Listed = 100;

    /// <summary>Those among the listed that deny a number.</summary>
    [JsonIgnore]
    public IEnumerable<long> Denying => Claims.Where(claim => claim.Reason == ExclusionReason.Denied).Select(claim => claim.Claim);

    public static ExcludedResponse Of(IEnumerable<Exclusion> excluded)
    {
        var tally = new ExcludedTally();
        tally.Add(excluded);
        return tally.Response();
    }
}

/// <summary>A claim that is not used.</summary>
/// <param name="Of">The claim it gave way to; absent where there is none.</param>
internal sealed record ExcludedClaim(
    long Claim, ExclusionReason Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Of);
