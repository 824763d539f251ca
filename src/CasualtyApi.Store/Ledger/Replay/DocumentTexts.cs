using CasualtyApi.Store.Wording;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>The texts claims stand in, of which the last few are kept: claims follow their document.</summary>
internal sealed class DocumentTexts(CasualtyDbContext context)
{
    private const int Kept = 16;
    private readonly OrderedDictionary<long, CodePointText?> texts = [];
    private Queue<long> expected = [];

    /// <summary>Those that are asked for next, about in this order: as many as are kept are read at once.</summary>
    public void Expect(IEnumerable<long> documentIds) => expected = new(documentIds);

    /// <summary>Whether it is told without the database.</summary>
    public bool Knows(long documentId) => texts.ContainsKey(documentId);

    /// <returns>An empty text where the document has none.</returns>
    public async Task<CodePointText> OfAsync(long documentId, CancellationToken cancellationToken) =>
        await FindAsync(documentId, cancellationToken) ?? new CodePointText("");

    /// <returns>Null where the document has none.</returns>
    public async Task<CodePointText?> FindAsync(long documentId, CancellationToken cancellationToken)
    {
        if (texts.TryGetValue(documentId, out var known)) return known;
        var ids = new List<long> { documentId };
        while (ids.Count < Kept && expected.TryDequeue(out var next))
        {
            if (!ids.Contains(next) && !Knows(next)) ids.Add(next);
        }

        var read = await context.DocumentTexts.AsNoTracking().Where(text => ids.Contains(text.DocumentId))
            .ToDictionaryAsync(text => text.DocumentId, text => new CodePointText(text.Text), cancellationToken);
        foreach (var id in ids) Keep(id, read.GetValueOrDefault(id));
        return texts[documentId];
    }

    public void Keep(long documentId, string text) => Keep(documentId, new CodePointText(text));

    private void Keep(long documentId, CodePointText? text)
    {
        if (texts.Count == Kept) texts.RemoveAt(0);
        texts[documentId] = text;
    }
}
