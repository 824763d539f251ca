using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Queries.Documents;

namespace CasualtyApi.Pages.Review;

/// <summary>One claim beside its words: decided, or corrected by selecting others.</summary>
internal static class ReviewClaim
{
    public static string Address(long id) => string.Create(CultureInfo.InvariantCulture, $"/review/claims/{id}");

    private const string Unchanged = "Nothing in it differs from how the claim stands, so nothing was corrected. Select other words, or change a field, and send it again.";

    private static readonly QueryField<long?> Done = QueryFields.Number("done", "The position of what was just done to the claim.", 1, long.MaxValue, example: "17");

    public static readonly QueryTable Query = new(Done);

    public static async Task<IResult> HandleAsync(long id, [AsParameters] Desk desk, QueryValues query, CancellationToken cancellationToken) =>
        await ShowAsync(id, desk, await desk.Keys.VisitorAsync(desk.Http), new(Typed.Nothing, null, StatusCodes.Status200OK, query.Get(Done)), cancellationToken);

    public static Task<IResult> DecideAsync(long id, [AsParameters] Desk desk, CancellationToken cancellationToken) =>
        WriteAsync(id, desk, HttpMethods.Post, Links.To("claims", id) + "/decisions", ReviewBodies.Decision, cancellationToken);

    public static Task<IResult> CorrectAsync(long id, [AsParameters] Desk desk, CancellationToken cancellationToken) =>
        WriteAsync(id, desk, HttpMethods.Patch, Links.To("claims", id), ReviewBodies.Correction, cancellationToken);

    private static async Task<IResult> WriteAsync(
        long id, Desk desk, string method, string operation, Func<Typed, JsonObject> body, CancellationToken cancellationToken)
    {
        var form = await desk.Http.Request.ReadFormAsync(cancellationToken);
        var typed = Typed.Of(form);
        var visitor = await desk.Keys.VisitorAsync(desk.Http, form["key"].ToString());
        if (KeyField.Fault(visitor) is { } unknown)
        {
            return await ShowAsync(id, desk, visitor, new(typed, unknown, StatusCodes.Status401Unauthorized, null), cancellationToken);
        }

        var answer = await desk.Calls.WriteAsync(desk.Http, visitor, method, operation, body(typed), typed["etag"], typed["once"], ReviewBodies.Labels);
        if (answer.Refusal is { } refusal) return await ShowAsync(id, desk, visitor, new(typed, refusal, answer.Status, null), cancellationToken);

        var history = await ClaimChange.OfAsync([id], answer.Position, desk.Db, cancellationToken);
        return history[id].All(change => change.Position != answer.Position)
            ? await ShowAsync(id, desk, visitor, new(typed, Unchanged, StatusCodes.Status422UnprocessableEntity, null), cancellationToken)
            : TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"{Address(id)}?done={answer.Position}"));
    }

    private static async Task<IResult> ShowAsync(long id, Desk desk, Visitor visitor, Outcome outcome, CancellationToken cancellationToken)
    {
        await using var moment = await desk.OpenMomentAsync(cancellationToken);
        var known = await ClaimList.ByIdAsync([id], desk.Db, cancellationToken);
        if (!known.TryGetValue(id, out var claim)) return new NotFoundProblem("claim", id);
        if (visitor.Caller is null && outcome.Fault is null) return new RoomPage(Head(id), SignInPage.Of(desk.Token(), visitor, id));

        var document = await ReadDocument.FindAsync(claim.Document.Id, desk.Db, desk.Ledger, cancellationToken);
        var subject = await ComparisonOfClaim.FindAsync(claim, await desk.KnownAsync(cancellationToken), desk.Db, desk.Ledger, cancellationToken);
        var work = new ReviewedClaim(
            claim, document!, subject, ETag(desk.Http, claim, outcome), Seen(desk, outcome), desk.Token(), RandomNumberGenerator.GetHexString(32), visitor,
            outcome.Typed, outcome.Fault, document!.History[id].Any(change => change.Position == outcome.Done) ? outcome.Done : null);
        return new RoomPage(Head(id), ReviewClaimPage.Of(work), outcome.Status);
    }

    /// <summary>Of the state the reviewer last saw. Only where they are told that it changed, it is the present one: else the operation would not tell them.</summary>
    private static string ETag(HttpContext http, ClaimResponse claim, Outcome outcome) =>
        IsSeen(outcome) && outcome.Typed["etag"] is { Length: > 0 } seen
            ? seen
            : ETags.OfRecord(http, JsonSerializer.SerializeToUtf8Bytes(claim, ApiJson.Options));

    private static long Seen(Desk desk, Outcome outcome) =>
        IsSeen(outcome) && long.TryParse(outcome.Typed["seen"], CultureInfo.InvariantCulture, out var seen) ? seen : desk.Ledger.Position;

    private static bool IsSeen(Outcome outcome) => outcome.Status != StatusCodes.Status412PreconditionFailed;

    private static PageHead Head(long id) => new(
        $"Review claim {id}", "Compare a reading with its words, and decide.", Address(id),
        [new("the claim", Links.To("claims", id)), new("its states", Links.To("claims", id) + "/revisions")])
    { Section = "Review" };

    /// <summary>What came of a request to the page, before it is shown again.</summary>
    private sealed record Outcome(Typed Typed, string? Fault, int Status, long? Done);
}
