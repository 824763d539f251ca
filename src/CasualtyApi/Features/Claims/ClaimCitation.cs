using System.Globalization;
using CasualtyApi.Queries;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Features.Claims;

/// <summary>
/// How to quote a claim: "John Kirby, quoted in document 1, characters 878–931, CasualtyApi claim 3, position 17". The position
/// is that of the change which made this state, so the citation stays the same until the claim itself changes.
/// </summary>
internal static class ClaimCitation
{
    public static string Of(ClaimState claim, SourceReference? claimant, DocumentReference document) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{Voice(claimant, document)}, characters {claim.Start}–{claim.End}, CasualtyApi claim {claim.Id}, position {claim.Since}");

    private static string Voice(SourceReference? claimant, DocumentReference document)
    {
        var name = document.Title is null ? $"document {document.Id}" : $"“{document.Title}” (document {document.Id})";
        return claimant is null ? "In " + name : $"{claimant.Name}, quoted in {name}";
    }
}
