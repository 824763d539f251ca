namespace CasualtyApi.Store.Postgres;

/// <summary>Which servers are served from.</summary>
internal static class PostgresVersion
{
    /// <summary>Earlier ones are near the end of their support, and nobody tests here.</summary>
    public const int Least = 15;
}
