using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Sources;

internal static class SourceEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var sources = api.MapGroup("/sources").WithTags("Sources");

        sources.MapGet("", ListSources.HandleAsync).AsList(ListSources.Query).Named(nameof(ListSources),
            "Lists sources: anyone who says something, or publishes it.",
            "Named sources are one record across documents. An unnamed one (\"reports\", \"a resident\") belongs to the one document it speaks in.");

        sources.MapGet("/{id:number}", GetSource.HandleAsync).AsRecord("source", 3, QueryTable.OfRecord).Named(nameof(GetSource),
            "Gets one source.",
            "With whom it speaks for, its other names, and how many statements and claims are its own.");

        sources.MapGet("/{id:number}/revisions", ListSourceRevisions.HandleAsync).AsRecord("source", 3).Named(nameof(ListSourceRevisions),
            "Lists every state a source has had.",
            "Newest first, each with the position, time and actor of the change that made it, and the reason given. Mergers and grades are among them.");

        sources.MapPost("", AddSource.HandleAsync).AsAdding().For(Role.Contributor).Named(nameof(AddSource),
            "Adds a source by hand.",
            "A named source is one record across documents: where one of its kind and country bears the name already, that one is named (409).");

        sources.MapPatch("/{id:number}", CorrectSource.HandleAsync).AsChange("source", 3).For(Role.Reviewer).Named(nameof(CorrectSource),
            "Corrects a source, or grades its reliability.",
            "A merge patch (RFC 7396) over the members that are named, and a `reason`. It makes a new revision and keeps the old. `reliability` is the Admiralty grade "
            + "that the aggregate method `hierarchy` goes by.");

        sources.MapPost("/{id:number}/merge", MergeSource.HandleAsync).AsAdding().WithMetadata(new PathId("source", 10)).For(Role.Reviewer).Named(nameof(MergeSource),
            "Says that a source is another, or takes that back.",
            "One change of one record: claims and statements keep their source's id, and every answer resolves it. With `into` null the source is itself again. An "
            + "unnamed source is only ever another of its own document.");
    }
}
