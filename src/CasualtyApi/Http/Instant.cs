namespace CasualtyApi.Http;

internal static class Instant
{
    /// <summary>How an instant may be written in a query.</summary>
    public static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>Stored milliseconds as the API shows them: ISO 8601, UTC.</summary>
    public static DateTime Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    public static DateTime? OrNull(long? milliseconds) => milliseconds is { } known ? Of(known) : null;
}
