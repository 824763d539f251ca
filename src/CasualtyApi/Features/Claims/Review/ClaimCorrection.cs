using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>
/// What of a claim is corrected: a merge patch (RFC 7396) over the members that are named. A member left out stays as it is, one that is null
/// is taken away, and an object is merged member by member; a list is replaced.
/// </summary>
/// <param name="Reason">Why, for the ledger.</param>
/// <param name="Quote">Other words of the same document.</param>
/// <param name="Claimant">Who claims it; null makes it the document's own voice.</param>
/// <param name="Credibility">Admiralty grade of the number, 1 to 6; 6 is "cannot be judged".</param>
internal sealed record ClaimCorrection(
    string Reason,
    CorrectedQuote? Quote = null,
    CasualtyCategory? Category = null,
    IReadOnlyList<CasualtyCategory>? MixedOf = null,
    string? Cause = null,
    CorrectedCount? Count = null,
    CorrectedParty? Party = null,
    CorrectedParty? Blamed = null,
    CorrectedPlace? Place = null,
    CorrectedPeriod? Period = null,
    ClaimScope? Scope = null,
    Certainty? Certainty = null,
    RecordReference? Claimant = null,
    IReadOnlyList<RecordReference>? AlsoClaimants = null,
    long? Repeats = null,
    long? PartOf = null,
    long? Updates = null,
    long? Disputes = null,
    int? Credibility = null) : IJsonRequest
{
    public static string Meaning => "What is corrected, as a merge patch (RFC 7396), and why.";

    public static string Example => """{"credibility":3,"reason":"Other officials gave numbers of this size."}""";

    public static bool IsMergePatch => true;
}

/// <summary>Other words: all three, for words and span belong together.</summary>
internal sealed record CorrectedQuote(string? Exact = null, int? Start = null, int? End = null);

/// <summary>What of a count is corrected.</summary>
internal sealed record CorrectedCount(CountRelation? Relation = null, string? Text = null, long? Low = null, long? High = null);

/// <summary>What of a party is corrected; another name, country or kind is another party.</summary>
internal sealed record CorrectedParty(string? Name = null, PartyKind? Kind = null, string? Text = null, string? Country = null);

/// <summary>What of a place is corrected; another name, country, precision or point is another place.</summary>
internal sealed record CorrectedPlace(
    string? Name = null, PlacePrecision? Precision = null, string? Text = null, string? Country = null, double? Lat = null, double? Lon = null);

/// <summary>What of a period is corrected.</summary>
internal sealed record CorrectedPeriod(string? Text = null, DateOnly? Start = null, DateOnly? End = null);
