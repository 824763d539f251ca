using CasualtyApi.Http;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Documents;

/// <summary>A claim's own address leads to its words.</summary>
internal static class OpenClaim
{
    public static async Task<Results<RedirectHttpResult, NotFoundProblem>> HandleAsync(
        long id, CasualtyDbContext db, CancellationToken cancellationToken) =>
        await ClaimWords.FindAsync(id, db, cancellationToken) is { } words ? TypedResults.Redirect(words) : new NotFoundProblem("claim", id);
}
