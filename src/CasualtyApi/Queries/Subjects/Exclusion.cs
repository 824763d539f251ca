using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>A selected claim that is not used, and why.</summary>
/// <param name="Of">The claim it gave way to, where there is one.</param>
internal sealed record Exclusion(SelectedClaim Claim, ExclusionReason Reason, long? Of = null);
