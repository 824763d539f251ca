using CasualtyApi.Store.Wording;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>The texts claims stand in, of which the last few are kept: claims follow their document.</summary>
internal sealed class DocumentTexts(CasualtyDbContext context)
{
    private const int Kept = 16;
    private readonly OrderedDictionary<long, CodePointText> texts = [];

    /// <summary>Whether it is told without the database.</summary>
    public bool Knows(long documentId) => texts.ContainsKey(documentId);

    /// <returns>An empty text where the document has none.</returns>
    public async Task<CodePointText> OfAsync(long documentId, CancellationToken cancellationToken)
    {
        if (texts.TryGetValue(documentId, out var known)) return known;
        var text = await context.DocumentTexts.AsNoTracking().Where(text => text.DocumentId == documentId)
            .Select(text => text.Text).SingleOrDefaultAsync(cancellationToken);
        return Keep(documentId, text ?? "");
    }

    public CodePointText Keep(long documentId, string text)
    {
        if (texts.Count == Kept) texts.RemoveAt(0);
        return texts[documentId] = new CodePointText(text);
    }
}
