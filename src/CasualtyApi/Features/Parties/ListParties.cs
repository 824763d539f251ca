using System.Linq.Expressions;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Parties;

/// <summary>Whom claims are about.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Claims">How many claims are about it, whatever their status.</param>
/// <param name="Blamed">How many claims blame it, whatever their status.</param>
internal sealed record PartyResponse(long Id, string Name, string? Country, PartyKind Kind, int Claims, int Blamed, PartyLinks Links);

/// <summary>Where to go on from a party.</summary>
internal sealed record PartyLinks(string Claims);

internal static class ListParties
{
    private static readonly QueryList<PartyKind> Kind = QueryFields.Choices<PartyKind>("kind", "What people they are, exactly.");

    private static readonly QueryList<string> Country = QueryFields.Countries("country", "The party's country, as ISO 3166-1 alpha-2.", example: "KP");

    private static readonly QueryField<string> Words = QueryFields.Text("q", "Words, or parts of words, that must all stand in the party's name; case and accents do not matter, such as `korea`.");

    private static readonly ListOrder<Party, PartyResponse> Order = new(party => party.Id, party => party.Id);

    public static readonly QueryTable Query = QueryTable.OfList<PartyResponse>(Order.Field, Kind, Country, Words, AsOf.Field);

    public static async Task<Ok<Page<PartyResponse>>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, HeldLedger held, CancellationToken cancellationToken)
    {
        var (kinds, countries, words) = (query.Get(Kind), query.Get(Country), Folding.Fold(query.Get(Words) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var named = words.Aggregate(db.Parties.AsNoTracking(), (parties, word) => parties.Where(party => party.NameFolded.Contains(word)));
        var page = await named
            .WhereIf(kinds.Count > 0, party => kinds.Contains(party.Kind))
            .WhereIf(countries.Count > 0, party => countries.Contains(party.Country!))
            .PageAsync(query, Order, Uncounted, ledger.Position, cancellationToken);
        var (known, ids) = (await held.TryOfAsync(db, ledger, cancellationToken), page.Items.Select(party => party.Id).ToList());
        var claims = await ClaimMentions.OfParty.CountAsync(known, db, ids, cancellationToken);
        var blamed = await ClaimMentions.OfBlamed.CountAsync(known, db, ids, cancellationToken);
        return TypedResults.Ok(page.Of(party => party with { Claims = claims.GetValueOrDefault(party.Id), Blamed = blamed.GetValueOrDefault(party.Id) }));
    }

    private static readonly Expression<Func<Party, PartyResponse>> Uncounted = party => new PartyResponse(
        party.Id, party.Name, party.Country, party.Kind, 0, 0, new PartyLinks($"{Links.Root}/claims?party={party.Id}&status=any"));
}
