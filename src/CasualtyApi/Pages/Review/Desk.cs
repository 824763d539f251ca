using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Antiforgery;

namespace CasualtyApi.Pages.Review;

/// <summary>What the pages of review work with.</summary>
internal sealed record Desk(HttpContext Http, KeyCookie Keys, KeyedCalls Calls, IAntiforgery Antiforgery, CasualtyDbContext Db, LedgerView Ledger, HeldLedger Held)
{
    /// <summary>That a form is this service's own. It is set with the page that shows the form.</summary>
    public string Token() => Antiforgery.GetAndStoreTokens(Http).RequestToken!;

    /// <summary>One moment of the ledger, for all that a page shows. A page of review is made after its writing, so it opens its own.</summary>
    public async Task<IAsyncDisposable> OpenMomentAsync(CancellationToken cancellationToken)
    {
        var moment = await Db.BeginReadAsync(cancellationToken);
        await Ledger.OpenAsync(Db, null, cancellationToken);
        return moment;
    }

    /// <summary>What is held in memory at the moment that is open; null where the ledger has moved on from it.</summary>
    public Task<HeldClaims?> KnownAsync(CancellationToken cancellationToken) => Held.AtAsync(Db, Ledger.Position, cancellationToken);
}
