using System.Collections.Concurrent;
using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Held;

/// <summary>What documents are called: their title, or their first words. Kept until a document is corrected.</summary>
/// <param name="isKept">Not of an earlier moment: what of a document may be shown there is decided at present, and nothing tells that moment.</param>
internal sealed class HeldLabels(bool isKept)
{
    /// <summary>So many, and it begins anew.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<long, string> _labels = new();

    public async Task<IReadOnlyDictionary<long, string>> OfAsync(IReadOnlyList<long> documents, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var labels = documents.Where(_labels.ContainsKey).ToDictionary(id => id, id => _labels[id]);
        var missing = documents.Where(id => !labels.ContainsKey(id)).ToList();
        if (missing.Count == 0) return labels;
        var read = await db.Documents.Where(document => EF.Parameter(missing).Contains(document.Id))
            .Select(document => new { document.Id, document.Title, document.Opening, document.Visibility }).ToListAsync(cancellationToken);
        if (_labels.Count > Most) _labels.Clear();
        foreach (var document in read)
        {
            labels[document.Id] = Shown.Label(document.Id, document.Title, document.Opening, document.Visibility);
            if (isKept) _labels[document.Id] = labels[document.Id];
        }

        return labels;
    }
}
