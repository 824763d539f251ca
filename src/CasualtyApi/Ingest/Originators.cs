using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Ingest;

/// <summary>Whom claims go back to, within a transaction: its new sources are not yet in the database.</summary>
internal sealed class Originators
{
    private readonly Dictionary<long, Source> sources = [];

    private Originators()
    {
    }

    /// <summary>One query for each step up the affiliations.</summary>
    public static async Task<Originators> LoadAsync(CasualtyDbContext context, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var originators = new Originators();
        foreach (var source in context.Sources.Local) originators.sources[source.Id] = source;
        for (var wanted = originators.Missing(ids); wanted.Count > 0; wanted = originators.Missing(originators.Steps()))
        {
            var found = await context.Sources.AsNoTracking().Where(source => EF.Parameter(wanted).Contains(source.Id)).ToListAsync(cancellationToken);
            found.ForEach(source => originators.sources[source.Id] = source);
        }

        return originators;
    }

    /// <summary>
    /// Of a claimant, the source at the top of its affiliations; of a document's own voice, its publisher. Null where that is
    /// unknown or unnamed: nobody can say whether two such are the same.
    /// </summary>
    public long? Of(long? claimantId, long? publisherId)
    {
        var top = claimantId is { } claimant ? Top(claimant) : publisherId is { } publisher ? Resolved(publisher) : null;
        return top is null or { Kind: SourceKind.Unnamed } ? null : top.Id;
    }

    private Source Top(long id)
    {
        var passed = new HashSet<long>();
        var source = Resolved(id);
        while (source.AffiliationId is { } affiliation && passed.Add(source.Id)) source = Resolved(affiliation);
        return source;
    }

    private Source Resolved(long id)
    {
        var passed = new HashSet<long>();
        var source = sources[id];
        while (source.MergedIntoId is { } into && passed.Add(source.Id)) source = sources[into];
        return source;
    }

    private IEnumerable<long> Steps() =>
        sources.Values.SelectMany(source => new[] { source.AffiliationId, source.MergedIntoId }).OfType<long>();

    private List<long> Missing(IEnumerable<long> ids) => [.. ids.Distinct().Where(id => !sources.ContainsKey(id))];
}
