namespace CasualtyApi.Http;

internal static class CacheControl
{
    /// <summary>Kept, but asked about before each use: a live answer changes with the ledger.</summary>
    public const string Live = "public, no-cache";

    /// <summary>Never changes at this address.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    public const string Never = "no-store";
}
