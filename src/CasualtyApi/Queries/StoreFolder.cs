using CasualtyApi.Store;

namespace CasualtyApi.Queries;

/// <summary>Where what goes with the database lies.</summary>
internal static class StoreFolder
{
    /// <param name="scopes">To ask the store which database is in use.</param>
    /// <param name="ending">What the name has after the database's own.</param>
    public static string Beside(IServiceScopeFactory scopes, string ending)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<CasualtyDbContext>().Whereabouts + ending;
    }
}
