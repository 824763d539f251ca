using CasualtyApi.Store.Entities;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>The rows that belong to a record: its aliases, claimants, publications …</summary>
internal static class Parts
{
    /// <param name="record">The record, its lists filled.</param>
    /// <param name="position">Of the change that adds the publications that are of no change yet.</param>
    public static IEnumerable<object> Of(LedgerRecord record, long position) => record switch
    {
        Document document => document.Publications.Select(publication =>
        {
            if (publication.Since == 0) publication.Since = position;
            return publication;
        }),
        Source source => source.Aliases,
        Statement statement => [.. statement.Speakers, .. statement.Relay],
        Claim claim => claim.Claimants,
        _ => [],
    };
}
