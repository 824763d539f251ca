using CasualtyApi.Extraction;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Ingest;

/// <summary>The parties of one transaction: the same name, country and kind are one party.</summary>
internal sealed class PartyRegister(LedgerTransaction ledger, CasualtyDbContext context)
{
    private readonly Dictionary<(string, string?, Store.Terms.PartyKind), Party> met = [];

    public Task<Party> FindOrAddAsync(PartyReading reading, CancellationToken cancellationToken) =>
        FindOrAddAsync(new Party { Name = reading.Name, Country = reading.Country, Kind = Terms.Of(reading.Kind) }, cancellationToken);

    /// <param name="wanted">Not yet added.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public async Task<Party> FindOrAddAsync(Party wanted, CancellationToken cancellationToken)
    {
        var key = (wanted.NameFolded, wanted.Country, wanted.Kind);
        if (met.TryGetValue(key, out var party)) return party;

        party = await context.Parties.FirstOrDefaultAsync(
            known => known.NameFolded == wanted.NameFolded && known.Country == wanted.Country && known.Kind == wanted.Kind, cancellationToken);
        return met[key] = party ?? ledger.Add(wanted);
    }
}
