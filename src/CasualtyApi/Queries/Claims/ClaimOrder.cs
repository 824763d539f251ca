using CasualtyApi.Http;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Queries.Claims;

/// <summary>The ways a list of claims can be ordered.</summary>
internal static class ClaimOrder
{
    public const string Attention = "attention";

    public static readonly ListOrder<Claim, ClaimRow> Keys = new(claim => claim.Id, row => row.Claim.Id,
    [
        .. ListOrder.KeysOfRecords<Claim, ClaimRow>(),
        new OpenSortKey<Claim, ClaimRow, DateOnly>(
            "publishedAt", claim => claim.PublishedAt, row => row.Document.PublishedAt?.DayNumber, Days.Of),
        new OpenSortKey<Claim, ClaimRow, long>("low", claim => claim.Low, row => row.Claim.Low, key => key),
        new OpenSortKey<Claim, ClaimRow, long>("high", claim => claim.High, row => row.Claim.High, key => key),
    ])
    {
        Rankings =
        [
            (Attention, "`attention` is the review queue: first what another originator contradicts, then what denies or is denied, then mixed "
                + "categories, then counts of no exact size or without a number, then the rest."),
        ],
    };
}
