using System.Globalization;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Queries.Claims;

/// <summary>
/// How to quote a claim: "John Kirby, quoted in document 1, characters 878–931, CasualtyApi claim 3, position 17". The position
/// is that of the change which made this state, so the citation stays the same until the claim itself changes.
/// </summary>
internal static class ClaimCitation
{
    public static string Of(ClaimState claim, SourceReference? claimant, DocumentReference document) =>
        Of(claim.Id, claim.Since, claim.Start, claim.End, claimant?.Name, document.Id, document.Title);

    public static string Of(long claim, long since, int start, int end, string? claimant, long document, string? title) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{Voice(claimant, document, title)}, characters {start}–{end}, CasualtyApi claim {claim}, position {since}");

    private static string Voice(string? claimant, long document, string? title)
    {
        var name = title is null ? $"document {document}" : $"“{title}” (document {document})";
        return claimant is null ? "In " + name : $"{claimant}, quoted in {name}";
    }
}
