using System.Collections.Frozen;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Held;

/// <summary>
/// Which documents' words nobody may see, as far as a position of the ledger tells. That is decided at present: of an earlier moment,
/// too, only what may be shown now is shown.
/// </summary>
internal sealed class WithheldDocuments
{
    private readonly long _position;
    private readonly FrozenSet<long> _documents;

    private WithheldDocuments(long position, FrozenSet<long> documents) => (_position, _documents) = (position, documents);

    public bool Contains(long document) => _documents.Contains(document);

    /// <summary>Whether these are of the same documents; two that were loaded apart are not taken for the same.</summary>
    public bool IsSameAs(WithheldDocuments other) => ReferenceEquals(_documents, other._documents);

    public static async Task<WithheldDocuments> LoadAsync(CasualtyDbContext db, long position, CancellationToken cancellationToken) =>
        new(position, (await InAsync(db.Documents, cancellationToken)).ToFrozenSet());

    /// <summary>As a later position tells; this one where it is not later, or where no known document was changed.</summary>
    public async Task<WithheldDocuments> AtAsync(CasualtyDbContext db, long position, CancellationToken cancellationToken)
    {
        if (position <= _position) return this;
        var changed = await db.Changes.Where(change => change.Position > _position && change.Position <= position)
            .Where(change => change.Record == RecordKind.Document && change.Kind != ChangeKind.Created)
            .Select(change => change.RecordId).Distinct().ToListAsync(cancellationToken);
        if (changed.Count == 0) return new(position, _documents);
        var withheld = await InAsync(db.Documents.Where(document => EF.Parameter(changed).Contains(document.Id)), cancellationToken);
        return new(position, _documents.Except(changed).Concat(withheld).ToFrozenSet());
    }

    private static Task<List<long>> InAsync(IQueryable<Store.Entities.Document> documents, CancellationToken cancellationToken) =>
        documents.Where(document => document.Visibility == Visibility.Withheld).Select(document => document.Id).ToListAsync(cancellationToken);
}
