using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using Microsoft.AspNetCore.Http.Features;

namespace CasualtyApi.Features.Documents;

/// <summary>Keeps many articles, one a line, each in a change of its own.</summary>
internal static class ImportDocuments
{
    public static ImportedLines HandleAsync(Caller caller, HttpContext http)
    {
        // Lines are kept as they come, so their number needs no bound.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        http.Response.Headers.CacheControl = CacheControl.Never;
        return new ImportedLines(caller.Actor);
    }
}
