using CasualtyApi.Http;

namespace CasualtyApi.Features.Sources;

internal static class SourceEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var sources = api.MapGroup("/sources").WithTags("Sources");

        sources.MapGet("", ListSources.HandleAsync).AsList(ListSources.Query).Named(nameof(ListSources),
            "Lists sources: anyone who says something, or publishes it.",
            "Named sources are one record across documents. An unnamed one (\"reports\", \"a resident\") belongs to the one document it speaks in.");

        sources.MapGet("/{id:long}", GetSource.HandleAsync).AsRecord("source", 3, QueryTable.OfRecord).Named(nameof(GetSource),
            "Gets one source.",
            "With whom it speaks for, its other names, and how many statements and claims are its own.");
    }
}
