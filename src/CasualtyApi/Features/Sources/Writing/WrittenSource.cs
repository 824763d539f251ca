using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Sources.Writing;

/// <summary>The source that an operation changes, its answer, and what it may be.</summary>
internal static class WrittenSource
{
    /// <summary>Tracked, with its aliases; null where there is none.</summary>
    public static Task<Source?> FindAsync(CasualtyDbContext db, long id, CancellationToken cancellationToken) =>
        db.Sources.Include(source => source.Aliases).SingleOrDefaultAsync(source => source.Id == id, cancellationToken);

    /// <summary>Writes what differs onto the source.</summary>
    public static void Write(Source source, SourceDraft draft)
    {
        (source.Name, source.Kind, source.Role) = (draft.Name, draft.Kind, draft.Role);
        (source.AffiliationId, source.Country) = (draft.Affiliation?.Id, draft.Country);
        var aliases = draft.Aliases ?? [];
        if (source.Aliases.OrderBy(alias => alias.Ordinal).Select(alias => alias.Alias).SequenceEqual(aliases)) return;
        source.Aliases.Clear();
        source.Aliases.AddRange(aliases.Select((alias, ordinal) => new SourceAlias { Ordinal = ordinal, Alias = alias }));
    }

    /// <summary>A named source that is known already under one of these names: they would be told apart by nobody.</summary>
    public static async Task<Source?> NamesakeAsync(CasualtyDbContext db, SourceDraft draft, CancellationToken cancellationToken)
    {
        var names = (draft.Aliases ?? []).Prepend(draft.Name).Select(Folding.Fold).Distinct().ToList();
        if (draft.Kind != SourceKind.Unnamed && !db.MayBeBorne(names)) return null;
        var alike = draft.Kind == SourceKind.Unnamed
            ? db.Sources.Where(source => source.Kind == SourceKind.Unnamed && source.DocumentId == draft.DocumentId
                && (EF.Parameter(names).Contains(source.NameFolded) || source.Aliases.Any(alias => EF.Parameter(names).Contains(alias.AliasFolded))))
            : db.NamedSources(names);
        var bearers = await alike.AsNoTracking().OrderBy(source => source.Id).ToListAsync(cancellationToken);
        return bearers.Find(source => source.DocumentId == draft.DocumentId && (source.Kind == SourceKind.Person) == (draft.Kind == SourceKind.Person)
            && (source.Country is null || draft.Country is null || source.Country == draft.Country));
    }

    /// <summary>
    /// Whom a source would speak for, or be, if it went on to another: where that leads back to itself, it cannot. A source that speaks for
    /// itself by a roundabout way would have no originator.
    /// </summary>
    public static async Task<bool> LeadsBackAsync(CasualtyDbContext db, long id, long next, CancellationToken cancellationToken)
    {
        var passed = new HashSet<long>();
        for (long? at = next; at is { } known && passed.Add(known);)
        {
            if (known == id) return true;
            at = await db.Sources.AsNoTracking().Where(source => source.Id == known)
                .Select(source => source.MergedIntoId ?? source.AffiliationId).SingleOrDefaultAsync(cancellationToken);
        }

        return false;
    }

    /// <summary>What its address answers, as the database holds it.</summary>
    public static async Task<SourceResponse> AnswerAsync(CasualtyDbContext db, long id, CancellationToken cancellationToken)
    {
        var row = await db.Sources.AsNoTracking().Where(source => source.Id == id).Select(SourceRow.Projection(db)).SingleAsync(cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, [id], cancellationToken);
        return SourceResponse.Of(row, sources, await SourceTotals.LoadAsync(db, [row], sources, cancellationToken));
    }

    /// <summary>The same of one that was only just added: nothing is said by it, and nobody was found to be it.</summary>
    public static async Task<SourceResponse> AnswerOfNewAsync(CasualtyDbContext db, Source source, CancellationToken cancellationToken)
    {
        var row = new SourceRow { Source = source, Aliases = [.. source.Aliases.Select(alias => alias.Alias)], Statements = 0, Claims = 0 };
        var sources = await SourceDirectory.LoadAsync(db, source, cancellationToken);
        return SourceResponse.Of(row, sources, SourceTotals.OfNew(sources));
    }

    /// <summary>What is wrong with whom it is said to speak for; null where nothing is.</summary>
    public static async Task<UnprocessableProblem?> AffiliationFaultAsync(CasualtyDbContext db, long? id, long affiliation, CancellationToken cancellationToken) =>
        await db.Sources.Where(source => source.Id == affiliation).Select(source => (SourceKind?)source.Kind).SingleOrDefaultAsync(cancellationToken) switch
        {
            null => UnprocessableProblem.Unknown("affiliation.id", "source", affiliation),
            SourceKind.Unnamed => new(ProblemType.NotPossible, "affiliation.id", $"names source {affiliation}, which is unnamed: nobody can be said to speak for it."),
            _ when id is { } own && await LeadsBackAsync(db, own, affiliation, cancellationToken) =>
                new(ProblemType.NotPossible, "affiliation.id", $"names source {affiliation}, which is this one or speaks for it: nobody speaks for himself by a roundabout way."),
            _ => null,
        };
}
