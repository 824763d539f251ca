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
internal sealed class SourceRegister(LedgerTransaction ledger, CasualtyDbContext context, long documentId)
{
    private readonly Dictionary<SourceReading, Source> met = new(ReferenceEqualityComparer.Instance);

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
            DocumentId = kind == SourceKind.Unnamed ? documentId : null,
        });
    }

    private async Task<Source?> FindAsync(SourceReading reading, CancellationToken cancellationToken)
    {
        var name = Folding.Fold(reading.Name);
        string[] names = [name, .. (reading.Aliases ?? []).Select(Folding.Fold)];
        var stored = reading.Kind == Extraction.SourceKind.Unnamed ? UnnamedStored(name) : NamedStored(name, names);
        var candidates = (await stored.Include(source => source.Aliases).OrderBy(source => source.Id).ToListAsync(cancellationToken))
            .Union(met.Values.Where(source => BearsName(source, name, names)))
            .Where(source => MayBe(source, reading)).ToList();

        // The same name goes before an alias, and an alias that fits several names none of them.
        return candidates.Find(source => source.NameFolded == name) ?? (candidates.Count == 1 ? candidates[0] : null);
    }

    private IQueryable<Source> UnnamedStored(string name) =>
        context.Sources.Where(source => source.DocumentId == documentId && source.NameFolded == name);

    // Written so that SQLite answers each side of the "or" from an index.
    private IQueryable<Source> NamedStored(string name, string[] names) =>
        context.Sources.Where(source => source.Kind != SourceKind.Unnamed
            && (EF.Parameter(names).Contains(source.NameFolded)
                || context.SourceAliases.Where(alias => alias.AliasFolded == name).Select(alias => alias.SourceId).Contains(source.Id)));

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
