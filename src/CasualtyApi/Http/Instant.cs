namespace CasualtyApi.Http;

internal static class Instant
{
    /// <summary>Stored milliseconds as the API shows them: ISO 8601, UTC.</summary>
    public static DateTime Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}
