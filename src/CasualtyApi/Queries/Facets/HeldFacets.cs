using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Facets;

/// <summary>Makes facets of what is counted: only the ids of most claims are named.</summary>
internal sealed class HeldFacets(HeldCounts counts, HeldClaims claims, CasualtyDbContext db, int limit)
{
    public async Task<FacetsResponse> AnswerAsync(long position, int? undated, CancellationToken cancellationToken)
    {
        var documents = await claims.Labels.OfAsync([.. counts.Documents.Values.Select(top => (long)top.Id)], db, cancellationToken);
        return new(
            counts.Claims, undated, position,
            Terms<CasualtyCategory>(counts.Categories),
            Named(counts.Parties, id => claims.Names.Party(id) is { } party ? PartyLabel.Of(party.Name, party.Kind) : null),
            Named(counts.Claimants, claims.Sources.Name),
            Named(counts.Originators, claims.Sources.Name),
            Named(counts.Documents, id => documents[id]),
            Named(counts.Places, id => claims.Names.Place(id)?.Name),
            Facet.Of(counts.Countries.Select(country => new FacetValue(country.Country, country.Country, country.Claims)), limit),
            Terms<ClaimStatus>(counts.Statuses), Terms<Certainty>(counts.Certainties), Terms<ClaimScope>(counts.Scopes),
            Facet.Of(counts.Months.Select(month => new FacetValue(month.Month, month.Month, month.Claims)), limit));
    }

    private Facet Terms<TTerm>(int[] numbers) where TTerm : struct, Enum => Facet.Of(
        Enum.GetValues<TTerm>().Zip(numbers, (term, number) => new FacetValue(Kebab.Of(term), Kebab.Of(term), number)).Where(value => value.Claims > 0), limit);

    private static Facet Named(HeldTop top, Func<int, string?> name) => new(
        [.. top.Values.Select(value => value.Id == 0 ? new FacetValue(null, null, value.Claims) : new FacetValue(FacetCounts.Id(value.Id), name(value.Id), value.Claims))],
        top.More);
}
