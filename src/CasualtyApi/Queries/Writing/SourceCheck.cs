using System.Globalization;
using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Writing;

/// <summary>Looks up the sources that somebody names in what he writes.</summary>
internal static class SourceCheck
{
    /// <summary>What is wrong with them; null where they are there and may speak in the document.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="member">The member that names them.</param>
    /// <param name="ids">Theirs.</param>
    /// <param name="documentId">The document they speak in.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public static async Task<UnprocessableProblem?> FaultAsync(
        CasualtyDbContext db, string member, IReadOnlyList<long> ids, long documentId, CancellationToken cancellationToken)
    {
        var known = await db.Sources.AsNoTracking().Where(source => EF.Parameter(ids).Contains(source.Id))
            .Select(source => new { source.Id, source.Name, source.Kind, source.DocumentId }).ToListAsync(cancellationToken);
        var missing = ids.Except(known.Select(source => source.Id)).ToList();
        if (missing.Count > 0) return UnprocessableProblem.Unknown(member, "source", missing[0]);
        return known.Find(source => source.Kind == SourceKind.Unnamed && source.DocumentId != documentId) is { } stranger
            ? new(ProblemType.NotPossible, member, string.Create(
                CultureInfo.InvariantCulture, $"source {stranger.Id}, “{stranger.Name}”, is unnamed and belongs to document {stranger.DocumentId}: nobody can say that it speaks in another."))
            : null;
    }
}
