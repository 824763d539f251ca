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

/// <summary>A form sends what was left empty, too: leads to the address without it.</summary>
internal sealed class FilledFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var empty = request.Query.Where(pair => pair.Value.All(string.IsNullOrEmpty)).Select(pair => (pair.Key, (string?)null)).ToArray();
        return empty.Length == 0 ? next(context) : ValueTask.FromResult<object?>(TypedResults.Redirect(request.Path + Asked.With(request, empty)));
    }
}

/// <summary>The policies pages are hung on.</summary>
internal static class PageRoutes
{
    /// <summary>A page of the ledger at one moment: strict query, one moment, validator.</summary>
    public static RouteHandlerBuilder AsPage(this RouteHandlerBuilder route, QueryTable query) =>
        route.WithMetadata(query).AddEndpointFilter<FilledFilter>().AddEndpointFilter<StrictQueryFilter>().AddEndpointFilter<SnapshotFilter>().AddEndpointFilter<PageFilter>().ExcludeFromDescription();

    /// <summary>A page that is the same for everybody while the program is: validator by that alone.</summary>
    public static RouteHandlerBuilder AsFixedPage(this RouteHandlerBuilder route) =>
        route.WithMetadata(QueryTable.None).AddEndpointFilter<StrictQueryFilter>().AddEndpointFilter<PageFilter>().ExcludeFromDescription();
}
