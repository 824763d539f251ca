using System.Globalization;

namespace CasualtyApi.Http;

/// <summary>A moment of the ledger that a request asks for: a position, or a time in UTC milliseconds since 1970.</summary>
internal sealed record AsOf(long? Position, long? Time)
{
    public static readonly QueryField<AsOf> Field = new(
        "asOf", "Answers as the ledger stood: at a position, such as `17`, or at an instant, such as `2025-01-31T12:00:00Z` (a date is its "
        + "first moment). What came later is not there. It is no date of an event: for those, see `from` and `to`.", Read);

    private static (AsOf? Value, string? Fault) Read(string word) =>
        QueryFields.IsId(word, out var position) ? (new(position, null), null)
        : DateTimeOffset.TryParseExact(word, Instant.Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? (new(null, instant.ToUnixTimeMilliseconds()), null)
            : (null, $"'{word}' is neither a position, such as '17', nor an instant, such as '2025-01-31T12:00:00Z' (a '+' in an address is '%2B').");
}
