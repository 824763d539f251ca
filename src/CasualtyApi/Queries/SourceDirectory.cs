using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Reading;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries;

/// <summary>A source where another record names it.</summary>
internal sealed record SourceReference(long Id, string Name, SourceKind Kind, string? Role, string? Country);

/// <summary>A source by name alone.</summary>
internal sealed record SourceName(long Id, string Name);

/// <summary>
/// The sources an answer speaks of, with those they are affiliated to: the one place where merged sources are resolved and
/// affiliations are followed to the originator.
/// </summary>
internal sealed class SourceDirectory
{
    private readonly Dictionary<long, Source> _sources = [];
    private readonly Dictionary<long, IReadOnlyList<Source>> _chains = [];
    private readonly Dictionary<long, SourceName> _names = [];

    private SourceDirectory()
    {
    }

    /// <summary>One query for each step up the affiliations; three steps are common, more are rare.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="ids">Those an answer speaks of.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="kept">Those of the same moment that were read before; null where none are kept.</param>
    public static async Task<SourceDirectory> LoadAsync(
        CasualtyDbContext db, IEnumerable<long> ids, CancellationToken cancellationToken, HeldRecords? kept = null)
    {
        var directory = new SourceDirectory();
        var asked = new HashSet<long>();
        await directory.FollowAsync(db, [.. ids.Where(asked.Add)], asked, kept, cancellationToken);
        return directory;
    }

    /// <summary>The same for one source that is at hand.</summary>
    public static async Task<SourceDirectory> LoadAsync(CasualtyDbContext db, Source source, CancellationToken cancellationToken)
    {
        var directory = new SourceDirectory { _sources = { [source.Id] = source } };
        HashSet<long> asked = [source.Id];
        await directory.FollowAsync(db, directory.Next(asked), asked, null, cancellationToken);
        return directory;
    }

    /// <summary>The same for one source, past EF.</summary>
    public static SourceDirectory Load(ClaimCells cells, long id)
    {
        var directory = new SourceDirectory();
        HashSet<long> asked = [id];
        for (List<long> wanted = [id]; wanted.Count > 0; wanted = directory.Next(asked))
        {
            wanted.ForEach(missing => directory._sources[missing] = cells.Source(missing));
        }

        return directory;
    }

    public SourceReference Reference(long id)
    {
        var source = Resolved(id);
        return new(source.Id, source.Name, source.Kind, source.Role, source.Country);
    }

    public SourceName Name(long id)
    {
        if (_names.TryGetValue(id, out var known)) return known;
        var source = Resolved(id);
        return _names[id] = new(source.Id, source.Name);
    }

    /// <summary>Null for nobody, and for a source that a change names before the one which made it, as positions within one transaction do.</summary>
    public SourceName? Find(long? id) => id is { } known && _sources.ContainsKey(known) ? Name(known) : null;

    /// <summary>The source followed up its affiliations to the top.</summary>
    public SourceName Originator(long id)
    {
        var top = Chain(id)[^1];
        return new(top.Id, top.Name);
    }

    /// <summary>The source and whom it speaks for, one after the other, to the top.</summary>
    public IReadOnlyList<Source> Chain(long id)
    {
        if (_chains.TryGetValue(id, out var known)) return known;
        var chain = new List<Source> { Resolved(id) };
        while (chain[^1].AffiliationId is { } affiliation && _sources.ContainsKey(affiliation) && Resolved(affiliation) is var next && !chain.Contains(next))
        {
            chain.Add(next);
        }

        return _chains[id] = chain;
    }

    private async Task FollowAsync(CasualtyDbContext db, List<long> wanted, HashSet<long> asked, HeldRecords? kept, CancellationToken cancellationToken)
    {
        for (; wanted.Count > 0; wanted = Next(asked))
        {
            var found = await (kept?.Sources).OfAsync(
                wanted, missing => db.Sources.AsNoTracking().Where(source => EF.Parameter(missing).Contains(source.Id)).ToListAsync(cancellationToken), source => source.Id);
            foreach (var (id, source) in found) _sources[id] = source;
        }
    }

    private Source Resolved(long id)
    {
        var source = _sources[id];
        if (source.MergedIntoId is null) return source;
        var passed = new HashSet<long>();
        while (source.MergedIntoId is { } into && passed.Add(source.Id) && _sources.TryGetValue(into, out var next))
        {
            source = next;
        }

        return source;
    }

    private List<long> Next(HashSet<long> asked) =>
        [.. _sources.Values.SelectMany(source => new[] { source.AffiliationId, source.MergedIntoId }).OfType<long>().Where(asked.Add)];
}
