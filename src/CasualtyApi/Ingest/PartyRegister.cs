using CasualtyApi.Extraction;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Search;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Ingest;

/// <summary>The parties of one transaction: the same name, country and kind are one party.</summary>
internal sealed class PartyRegister(LedgerTransaction ledger, CasualtyDbContext context)
{
    private readonly Dictionary<(string, string?, Store.Terms.PartyKind), Party> met = [];

    public async Task<Party> FindOrAddAsync(PartyReading reading, CancellationToken cancellationToken)
    {
        var folded = Folding.Fold(reading.Name);
        var kind = Terms.Of(reading.Kind);
        if (met.TryGetValue((folded, reading.Country, kind), out var party)) return party;

        party = await context.Parties.FirstOrDefaultAsync(
            known => known.NameFolded == folded && known.Country == reading.Country && known.Kind == kind, cancellationToken);
        return met[(folded, reading.Country, kind)] =
            party ?? ledger.Add(new Party { Name = reading.Name, Country = reading.Country, Kind = kind });
    }
}
