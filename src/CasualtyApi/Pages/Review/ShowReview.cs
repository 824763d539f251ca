using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Held;
using Microsoft.AspNetCore.Components;

namespace CasualtyApi.Pages.Review;

/// <summary>The queue of claims that want an eye, for who has a key; a form for the key, for who has not.</summary>
internal static class ShowReview
{
    private const string Queue = Links.Root + "/claims?status=candidate&sort=attention&limit=20";

    /// <summary>The cursor is the operation's, which says whether it is one.</summary>
    private static readonly QueryField<string> Cursor = QueryFields.Text("cursor", "Where the queue goes on.");

    public static readonly QueryTable Query = new(Cursor);

    public static async Task<IResult> HandleAsync([AsParameters] Desk desk, QueryValues query, CancellationToken cancellationToken)
    {
        var visitor = await desk.Keys.VisitorAsync(desk.Http);
        if (visitor.Caller is null) return Page(SignInPage.Of(desk.Token(), visitor, claim: null));

        var asked = query.Get(Cursor) is { } cursor ? $"{Queue}&cursor={Uri.EscapeDataString(cursor)}" : Queue;
        var queue = await desk.Calls.GetAsync(desk.Http, visitor, asked);
        await using var moment = await desk.OpenMomentAsync(cancellationToken);
        List<long> ids = [.. queue.Body?["items"]?.AsArray().Select(item => item!["id"]!.GetValue<long>()) ?? []];
        var claims = await ClaimList.ByIdAsync(ids, desk.Db, cancellationToken);
        var held = await desk.KnownAsync(cancellationToken);
        return Page(
            QueuePage.Of(new(
                [.. ids.Where(claims.ContainsKey).Select(id => new QueuePage.Waiting(claims[id], held?.Attention[(int)id] ?? Attention.None))], queue.Body?["total"]?.GetValue<long>() ?? 0, queue.Refusal,
                queue.Body?["next"]?.GetValue<string>(), visitor, desk.Token())),
            queue.Status, asked);
    }

    /// <summary>Whoever was on the way to a claim goes on to it.</summary>
    public static async Task<IResult> SignInAsync([AsParameters] Desk desk, CancellationToken cancellationToken)
    {
        var form = await desk.Http.Request.ReadFormAsync(cancellationToken);
        long? claim = long.TryParse(form["claim"], out var id) ? id : null;
        var visitor = await desk.Keys.VisitorAsync(desk.Http, form["key"].ToString());
        return visitor.Caller is not null
            ? TypedResults.Redirect(claim is null ? "/review" : ReviewClaim.Address(claim.Value))
            : Page(SignInPage.Of(desk.Token(), visitor, claim, isAsked: true), visitor.Refusal?.Status ?? StatusCodes.Status401Unauthorized);
    }

    public static IResult SignOut(HttpContext http)
    {
        KeyCookie.Forget(http);
        return TypedResults.Redirect("/review");
    }

    private static RoomPage Page(RenderFragment content, int status = StatusCodes.Status200OK, string asked = Queue) => new(
        new("Review", "Compare readings with their words, and decide.", "/review", [new("the queue", asked)]) { Section = "Review" }, content, status);
}
