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
    private readonly HashSet<string> lookedUp = [];

    /// <summary>Asks the store at once for all that these readings can mean; finding one of them asks no more.</summary>
    public Task LookUpAsync(IEnumerable<PartyReading> readings, CancellationToken cancellationToken) =>
        LookUpNamesAsync(readings.Select(reading => Of(reading).NameFolded), cancellationToken);

    public Task<Party> FindOrAddAsync(PartyReading reading, CancellationToken cancellationToken) => FindOrAddAsync(Of(reading), cancellationToken);

    /// <param name="wanted">Not yet added.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public async Task<Party> FindOrAddAsync(Party wanted, CancellationToken cancellationToken)
    {
        await LookUpNamesAsync([wanted.NameFolded], cancellationToken);
        return met.TryGetValue(Key(wanted), out var party) ? party : met[Key(wanted)] = ledger.Add(wanted);
    }

    private async Task LookUpNamesAsync(IEnumerable<string> folded, CancellationToken cancellationToken)
    {
        var names = folded.Where(lookedUp.Add).ToList();
        if (names.Count == 0) return;
        var namesakes = context.Parties.Where(party => EF.Parameter(names).Contains(party.NameFolded)).OrderBy(party => party.Id);
        foreach (var party in await namesakes.ToListAsync(cancellationToken)) met.TryAdd(Key(party), party);
    }

    private static Party Of(PartyReading reading) => new() { Name = reading.Name, Country = reading.Country, Kind = Terms.Of(reading.Kind) };

    private static (string, string?, Store.Terms.PartyKind) Key(Party party) => (party.NameFolded, party.Country, party.Kind);
}
