using CasualtyApi.Features.Claims.Review;
using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims;

internal static class ClaimEndpoints
{
    public static void AddServices(IServiceCollection services) => services.AddOptions<ReviewOptions>().BindConfiguration(ReviewOptions.Section);

    public static void Map(RouteGroupBuilder api)
    {
        var claims = api.MapGroup("/claims").WithTags("Claims");

        api.MapGroup("/exports").WithTags("Exports").MapGet("/claims.csv", ExportClaims.HandleAsync).AsFile(ExportClaims.Query)
            .Produces<string>(200, AnswerFormat.Csv.MediaType).Named(nameof(ExportClaims),
            "Exports every claim as CSV.",
            "All claims, whatever their status, in the order of their ids, with the columns of the list. The header `Repr-Digest` is the SHA-256 of what was sent.");

        claims.MapGet("", ListClaims.HandleAsync).AsList(ListClaims.Query).WithMetadata(ListClaims.Documented).Named(nameof(ListClaims),
            "Lists casualty claims.",
            "Each claim is one number as somebody said it, with the words and where they stand. Claims that contradict each other stand "
            + "side by side; add none of them up.");

        claims.MapGet("/facets", CountFacets.HandleAsync).AsList(CountFacets.Query).Named(nameof(CountFacets),
            "Counts the selected claims by category, party, claimant, month and more.",
            "The same filters as the list. Counts are of claims, never of people: several claims may tell of the same ones.");

        claims.MapGet("/timeline", GetTimeline.HandleAsync).AsList(GetTimeline.Query).Named(nameof(GetTimeline),
            "Shows the selected claims over time.",
            "One series per originator, party, category and scope, at most 50. A point is the envelope of its interval's claims; a running total "
            + "shows its last. Nothing is added up and nothing interpolated: an interval without a claim has no point.");

        claims.MapGet("/{id:number}", GetClaim.HandleAsync).AsRecord("claim", 3, QueryTable.OfRecord).Named(nameof(GetClaim),
            "Gets one claim.",
            "`quote` holds the exact words with 32 characters on either side; its `start` and `end` count Unicode code points of the document's text.");

        claims.MapGet("/{id:number}/revisions", ListClaimRevisions.HandleAsync).AsRecord("claim", 3).Named(nameof(ListClaimRevisions),
            "Lists every state a claim has had.",
            "Newest first, each with the position, time and actor of the change that made it, and the reason given. Nothing is overwritten.");

        claims.MapPost("", AddClaim.HandleAsync).AsAdding().For(Role.Contributor).Named(nameof(AddClaim),
            "Adds a claim by hand.",
            "Its words must be the document's at the span, character by character, inside a statement. It is a candidate until somebody else decides on it.");

        claims.MapPatch("/{id:number}", CorrectClaim.HandleAsync).AsChange("claim", 3).For(Role.Reviewer).Named(nameof(CorrectClaim),
            "Corrects a claim.",
            "A merge patch (RFC 7396) over the members that are named, and a `reason`. It makes a new revision and keeps the old; the status stays as it is. What changes "
            + "nothing is answered with the claim as it stands.");

        claims.MapPost("/{id:number}/decisions", DecideClaim.HandleAsync).AsChange("claim", 2).For(Role.Reviewer).Named(nameof(DecideClaim),
            "Decides on a claim's reading.",
            "A candidate is accepted, rejected or superseded; what is accepted can be retracted, superseded or reopened; what is rejected, reopened; what is retracted or "
            + "superseded, reopened by an admin. Accepted means faithful to the words: it says nothing of the number being true. Nobody decides on a claim of his own.");
    }
}
