using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Facets;

/// <summary>Counts by who says so, merged sources as one.</summary>
internal sealed class FacetPeople(IQueryable<Claim> claims, CasualtyDbContext db, CancellationToken cancellationToken)
{
    public async Task<List<FacetValue>> ClaimantsAsync()
    {
        var voices = await claims.SelectMany(claim => claim.Claimants).GroupBy(claimant => claimant.SourceId)
            .Select(group => new Voice(group.Key, group.Select(claimant => claimant.ClaimId).Distinct().Count())).ToListAsync(cancellationToken);
        var own = await claims.CountAsync(claim => !claim.Claimants.Any(), cancellationToken);
        var named = await NamedAsync(voices, (sources, id) => sources.Name(id));
        return own == 0 ? named : [.. named, new(null, null, own)];
    }

    public async Task<List<FacetValue>> OriginatorsAsync()
    {
        var voices = await claims.SelectMany(claim => claim.Claimants).Where(claimant => claimant.Ordinal == 0)
            .GroupBy(claimant => claimant.SourceId).Select(group => new Voice(group.Key, group.Count())).ToListAsync(cancellationToken);
        var publishers = await claims.Where(claim => !claim.Claimants.Any()).GroupBy(claim => claim.Document!.PublisherId)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);

        var spoken = await NamedAsync(voices, (sources, id) => sources.Originator(id));
        var published = await NamedAsync(
            [.. publishers.Where(group => group.Key is not null).Select(group => new Voice(group.Key!.Value, group.Count))], (sources, id) => sources.Name(id));
        var own = publishers.Where(group => group.Key is null).Select(group => new FacetValue(null, null, group.Count));
        return Merged([.. spoken, .. published, .. own]);
    }

    private async Task<List<FacetValue>> NamedAsync(List<Voice> voices, Func<SourceDirectory, long, SourceName> name)
    {
        var sources = await SourceDirectory.LoadAsync(db, voices.Select(voice => voice.SourceId), cancellationToken);
        return Merged(
        [
            .. voices.Select(voice => (Source: name(sources, voice.SourceId), voice.Claims))
                .Select(voice => new FacetValue(FacetCounts.Id(voice.Source.Id), voice.Source.Name, voice.Claims)),
        ]);
    }

    private static List<FacetValue> Merged(List<FacetValue> values) =>
        [.. values.GroupBy(value => (value.Value, value.Label))
            .Select(same => new FacetValue(same.Key.Value, same.Key.Label, same.Sum(value => value.Claims)))];

    private sealed record Voice(long SourceId, int Claims);
}
