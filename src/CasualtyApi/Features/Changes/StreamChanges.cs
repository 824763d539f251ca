using System.Globalization;
using CasualtyApi.Http;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Changes;

internal static class StreamChanges
{
    public const string MediaType = "text/event-stream";

    private const string LastEventId = "Last-Event-ID";

    public static readonly QueryTable Query = new(ListChanges.After, ListChanges.Record);

    public static async Task<Results<ChangeStream, BadRequestProblem, UnavailableProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, ChangeFollowers followers, CancellationToken cancellationToken)
    {
        var after = query.Get(ListChanges.After) ?? 0;
        var resumed = http.Request.Headers[LastEventId].ToString();
        if (resumed.Length > 0 && !long.TryParse(resumed, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return BadRequestProblem.BadValue(LastEventId, "is no position; it is the id of the last event seen.");
        }

        var position = await db.Changes.MaxAsync(change => (long?)change.Position, cancellationToken) ?? 0;
        if (ListChanges.Ahead(resumed.Length > 0 ? LastEventId : ListChanges.After.Name, after, position) is { } ahead) return ahead;
        return followers.TryJoin() is { } place
            ? new ChangeStream(place, after, query.Get(ListChanges.Record))
            : new UnavailableProblem($"{ChangeFollowers.Most} clients follow the changes already; ask /api/v1/changes now and then instead.");
    }
}
