using CasualtyApi.Extraction;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using SourceKind = CasualtyApi.Store.Terms.SourceKind;

namespace CasualtyApi.Ingest;

/// <summary>
/// The sources of one transaction. Named ones merge across documents by name and alias, case and accents apart; unnamed
/// ones belong to their document. A person is never an institution, and one country's ministry never another's.
/// </summary>
internal sealed class SourceRegister(LedgerTransaction ledger, CasualtyDbContext context, Document document)
{
    private readonly Dictionary<SourceReading, Source> met = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(bool, string)> lookedUp = [];
    private readonly SortedDictionary<long, Source> stored = [];

    /// <summary>Asks the store at once for all that these readings can mean; finding one of them asks no more.</summary>
    public async Task LookUpAsync(IEnumerable<SourceReading> readings, CancellationToken cancellationToken)
    {
        var names = readings.SelectMany(WithAffiliations).Where(reading => !met.ContainsKey(reading))
            .SelectMany(reading => NamesOf(reading).Select(name => (IsUnnamed: reading.Kind == Extraction.SourceKind.Unnamed, name)))
            .Where(lookedUp.Add).ToLookup(one => one.IsUnnamed, one => one.name);
        if (names.Contains(false)) await LookUpAsync(context.NamedSources([.. names[false]]), cancellationToken);

        // Unnamed ones belong to the document: a new one has none.
        if (names.Contains(true) && document.Revision > 0) await LookUpAsync(UnnamedStored([.. names[true]]), cancellationToken);
    }

    /// <summary>The source a reading means. One that is new gets its id here, and right after it its affiliation.</summary>
    public async Task<Source> FindOrAddAsync(SourceReading reading, CancellationToken cancellationToken)
    {
        if (met.TryGetValue(reading, out var source)) return source;

        source = await FindAsync(reading, cancellationToken) ?? Add(reading);
        met[reading] = source;
        var affiliation = reading.Affiliation is null ? null : await FindOrAddAsync(reading.Affiliation, cancellationToken);
        await LearnAsync(source, reading, affiliation, cancellationToken);
        return source;
    }

    private Source Add(SourceReading reading)
    {
        var kind = Terms.Of(reading.Kind);
        return ledger.Add(new Source
        {
            Name = reading.Name,
            Kind = kind,
            DocumentId = kind == SourceKind.Unnamed ? document.Id : null,
        });
    }

    private async Task<Source?> FindAsync(SourceReading reading, CancellationToken cancellationToken)
    {
        await LookUpAsync([reading], cancellationToken);
        var names = NamesOf(reading);
        var candidates = stored.Values.Union(met.Values).Where(source => BearsName(source, names[0], names) && MayBe(source, reading)).ToList();

        // The same name goes before an alias, and an alias that fits several names none of them.
        return candidates.Find(source => source.NameFolded == names[0]) ?? (candidates.Count == 1 ? candidates[0] : null);
    }

    private async Task LookUpAsync(IQueryable<Source> sources, CancellationToken cancellationToken)
    {
        foreach (var source in await sources.Include(source => source.Aliases).ToListAsync(cancellationToken)) stored[source.Id] = source;
    }

    private IQueryable<Source> UnnamedStored(List<string> names) =>
        context.Sources.Where(source => source.DocumentId == document.Id && EF.Parameter(names).Contains(source.NameFolded));

    private static string[] NamesOf(SourceReading reading) => [Folding.Fold(reading.Name), .. (reading.Aliases ?? []).Select(Folding.Fold)];

    private static IEnumerable<SourceReading> WithAffiliations(SourceReading reading)
    {
        for (var one = reading; one is not null; one = one.Affiliation) yield return one;
    }

    private static bool BearsName(Source source, string name, string[] names) =>
        names.Contains(source.NameFolded) || source.Aliases.Any(alias => alias.AliasFolded == name);

    private static bool MayBe(Source source, SourceReading reading)
    {
        var kind = Terms.Of(reading.Kind);
        return (source.Kind == SourceKind.Unnamed) == (kind == SourceKind.Unnamed)
            && (source.Kind == SourceKind.Person) == (kind == SourceKind.Person)
            && (source.Country is null || reading.Country is null || source.Country == reading.Country);
    }

    // What was unknown is filled in; what is known is a reviewer's to change.
    private async Task LearnAsync(Source source, SourceReading reading, Source? affiliation, CancellationToken cancellationToken)
    {
        var role = source.Role ?? reading.Role;
        var country = source.Country ?? reading.Country;
        var affiliationId = source.AffiliationId;
        if (affiliationId is null && affiliation is not null && !await SpeaksForAsync(affiliation, source, cancellationToken))
        {
            affiliationId = affiliation.Id;
        }

        string[] known = [source.NameFolded, .. source.Aliases.Select(alias => alias.AliasFolded)];
        string[] aliases = [.. new[] { reading.Name }.Concat(reading.Aliases ?? [])
            .DistinctBy(Folding.Fold).Where(alias => !known.Contains(Folding.Fold(alias)))];
        if ((role, country, affiliationId) == (source.Role, source.Country, source.AffiliationId) && aliases.Length == 0) return;

        ledger.Change(source, ChangeKind.Extended);
        (source.Role, source.Country, source.AffiliationId) = (role, country, affiliationId);
        foreach (var alias in aliases) source.Aliases.Add(new SourceAlias { Ordinal = source.Aliases.Count, Alias = alias });
    }

    // Affiliations lead up, never round.
    private async Task<bool> SpeaksForAsync(Source? speaker, Source source, CancellationToken cancellationToken)
    {
        while (speaker is not null && speaker.Id != source.Id)
        {
            speaker = speaker.AffiliationId is { } next ? await context.Sources.FindAsync([next], cancellationToken) : null;
        }

        return speaker is not null;
    }
}
