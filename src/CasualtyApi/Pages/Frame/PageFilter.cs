using CasualtyApi.Http;

namespace CasualtyApi.Pages.Frame;

/// <summary>Gives a page its validator: it is the same while the ledger, the query and the program are.</summary>
internal sealed class PageFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var ledger = http.RequestServices.GetRequiredService<LedgerView>();
        http.Response.Headers[LedgerView.Header] = ledger.Position.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var identity = $"{QueryValues.Of(http).Canonical}&host={Origin.Of(http.Request)}&edition={ServiceVersion.Value}.{Asset.Edition}";
        return ETags.Holds(http, ETags.OfList(http, ledger.Position, identity), ledger.Caching)
            ? ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status304NotModified))
            : next(context);
    }
}

/// <summary>
/// A form sends what was left empty, too, and whoever passes a link on may lengthen it by a word of their own, to know it again: leads to
/// the address without them.
/// </summary>
internal sealed class ShortAddressFilter : IEndpointFilter
{
    /// <summary>What newsletters, searches and networks lengthen links by, besides all that begins with "utm_".</summary>
    private static readonly HashSet<string> Followers = ["dclid", "fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "twclid", "yclid"];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var idle = request.Query.Where(pair => IsFollower(pair.Key) || pair.Value.All(string.IsNullOrEmpty)).Select(pair => (pair.Key, (string?)null)).ToArray();
        return idle.Length == 0 || !HttpMethods.IsGet(request.Method)
            ? next(context)
            : ValueTask.FromResult<object?>(TypedResults.Redirect(request.Path + Asked.With(request, idle)));
    }

    private static bool IsFollower(string name) => name.StartsWith("utm_", StringComparison.Ordinal) || Followers.Contains(name);
}

/// <summary>The policies pages are hung on.</summary>
internal static class PageRoutes
{
    /// <summary>A page of the ledger at one moment: strict query, one moment, validator.</summary>
    public static RouteHandlerBuilder AsPage(this RouteHandlerBuilder route, QueryTable query) =>
        route.WithMetadata(query).WithStrictAddress().AddEndpointFilter<SnapshotFilter>().AddEndpointFilter<PageFilter>().ExcludeFromDescription();

    /// <summary>A page that is the same for everybody while the program is: validator by that alone.</summary>
    public static RouteHandlerBuilder AsFixedPage(this RouteHandlerBuilder route) =>
        route.WithMetadata(QueryTable.None).WithStrictAddress().AddEndpointFilter<PageFilter>().ExcludeFromDescription();

    /// <summary>What selects nothing is left out, and what is mistyped refused.</summary>
    public static TBuilder WithStrictAddress<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.AddEndpointFilter<TBuilder, ShortAddressFilter>().AddEndpointFilter<TBuilder, StrictQueryFilter>();
}
