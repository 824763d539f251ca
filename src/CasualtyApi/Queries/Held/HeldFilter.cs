namespace CasualtyApi.Queries.Held;

/// <summary>The filters that can be answered from what is held in memory. Null and an empty mask let everything through.</summary>
internal sealed record HeldFilter
{
    public static readonly HeldFilter All = new();

    public int Categories { get; init; } = -1;

    public int Statuses { get; init; } = -1;

    public int Certainties { get; init; } = -1;

    public int Scopes { get; init; } = -1;

    public HashSet<int>? Parties { get; init; }

    public HashSet<int>? Places { get; init; }

    public HashSet<int>? Documents { get; init; }

    /// <summary>Who claims it, alone or jointly.</summary>
    public HashSet<int>? Claimants { get; init; }

    /// <summary>Numbers of days of publication.</summary>
    public (int First, int Last)? Published { get; init; }

    /// <summary>Only those that have no day of publication.</summary>
    public bool IsUnpublished { get; init; }

    public static int Mask<TTerm>(IEnumerable<TTerm> terms) where TTerm : struct, Enum =>
        terms.Select(term => 1 << Convert.ToInt32(term, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(-1).Aggregate((one, other) => one | other);

    public bool Selects(in HeldClaim claim) =>
        claim.Id != 0 && (Statuses >> (int)claim.Status & 1) != 0
        && (Categories >> (int)claim.Category & 1) != 0
        && (Parties is null || Parties.Contains(claim.PartyId))
        && (Certainties >> (int)claim.Certainty & 1) != 0
        && (Scopes >> (int)claim.Scope & 1) != 0
        && (Published is not { } days || (claim.Published >= days.First && claim.Published <= days.Last))
        && (!IsUnpublished || claim.Published == 0)
        && (Places is null || Places.Contains(claim.PlaceId))
        && (Documents is null || Documents.Contains(claim.DocumentId))
        && (Claimants is null || IsClaimedBy(claim, Claimants));

    private static bool IsClaimedBy(in HeldClaim claim, HashSet<int> sources) =>
        sources.Contains(claim.ClaimantId) || (claim.Jointly is { } jointly && Array.Exists(jointly, sources.Contains));
}
