using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

/// <summary>Makes facets of a tally: the ids of most claims are chosen first, and only they are named.</summary>
internal sealed class HeldFacets(HeldTally tally, CasualtyDbContext db, int limit, CancellationToken cancellationToken)
{
    public async Task<FacetsResponse> AnswerAsync(long position, int? undated)
    {
        var sources = Top(tally.Claimants).Concat(Top(tally.Originators)).Select(top => top.Id).Where(id => id > 0).Distinct().Select(id => (long)id).ToList();
        var names = await db.Sources.Where(source => EF.Parameter(sources).Contains(source.Id))
            .Select(source => new { source.Id, source.Name }).ToDictionaryAsync(source => source.Id, source => source.Name, cancellationToken);
        return new(
            tally.Claims, undated, position,
            Terms<CasualtyCategory>(tally.Categories),
            await PartiesAsync(),
            Named(tally.Claimants, id => names[id]),
            Named(tally.Originators, id => names[id]),
            await DocumentsAsync(),
            await PlacesAsync(),
            await CountriesAsync(),
            Terms<ClaimStatus>(tally.Statuses), Terms<Certainty>(tally.Certainties), Terms<ClaimScope>(tally.Scopes),
            Facet.Of(tally.Months.Select(month => new FacetValue(HeldTally.NameOf(month.Key), HeldTally.NameOf(month.Key), month.Value)), limit));
    }

    private Facet Terms<TTerm>(int[] counts) where TTerm : struct, Enum => Facet.Of(
        Enum.GetValues<TTerm>().Zip(counts, (term, count) => new FacetValue(Kebab.Of(term), Kebab.Of(term), count)).Where(value => value.Claims > 0), limit);

    private async Task<Facet> PartiesAsync()
    {
        var ids = Ids(tally.Parties);
        var names = await db.Parties.Where(party => EF.Parameter(ids).Contains(party.Id))
            .ToDictionaryAsync(party => party.Id, party => $"{party.Name}, {Kebab.Of(party.Kind)}", cancellationToken);
        return Named(tally.Parties, id => names[id]);
    }

    private async Task<Facet> DocumentsAsync()
    {
        var ids = Ids(tally.Documents);
        var names = await db.Documents.Where(document => EF.Parameter(ids).Contains(document.Id))
            .ToDictionaryAsync(document => document.Id, document => document.Title ?? document.Opening, cancellationToken);
        return Named(tally.Documents, id => names[id]);
    }

    private async Task<Facet> PlacesAsync()
    {
        var ids = Ids(tally.Places);
        var names = await db.Places.Where(place => EF.Parameter(ids).Contains(place.Id))
            .ToDictionaryAsync(place => place.Id, place => place.Name, cancellationToken);
        return Named(tally.Places, id => names[id]);
    }

    private async Task<Facet> CountriesAsync()
    {
        var countries = await db.Parties.Select(party => new { party.Id, party.Country }).ToListAsync(cancellationToken);
        return Facet.Of(
            countries.Where(party => party.Id < tally.Parties.Length && tally.Parties[party.Id] > 0).GroupBy(party => party.Country)
                .Select(country => new FacetValue(country.Key, country.Key, country.Sum(party => tally.Parties[party.Id]))), limit);
    }

    private Facet Named(int[] counts, Func<int, string> name) => new(
        [.. Top(counts).Select(top => top.Id == 0 ? new FacetValue(null, null, top.Claims) : new FacetValue(FacetCounts.Id(top.Id), name(top.Id), top.Claims))],
        Math.Max(0, counts.Count(count => count > 0) - limit));

    private List<long> Ids(int[] counts) => [.. Top(counts).Where(top => top.Id > 0).Select(top => (long)top.Id)];

    /// <summary>Those of most claims; of equally many the one met first, and last what has no value.</summary>
    private List<(int Id, int Claims)> Top(int[] counts)
    {
        var best = new PriorityQueue<int, (int, int)>();
        for (var id = 0; id < counts.Length; id++)
        {
            if (counts[id] == 0) continue;
            var rank = (counts[id], id == 0 ? int.MinValue : -id);
            if (best.Count < limit) best.Enqueue(id, rank);
            else if (best.TryPeek(out _, out var least) && rank.CompareTo(least) > 0) best.DequeueEnqueue(id, rank);
        }

        var top = new List<(int, int)>();
        while (best.TryDequeue(out var id, out _)) top.Add((id, counts[id]));
        top.Reverse();
        return top;
    }
}
