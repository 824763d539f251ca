using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Wording;

/// <summary>
/// Nobody, neither engine nor person, stores a statement or claim whose words are not exactly the document's text at its
/// span. One guard serves one transaction, so that each text is fetched and measured once.
/// </summary>
internal sealed class WordsGuard(CasualtyDbContext context)
{
    internal const int Context = 32;
    private readonly Dictionary<long, CodePointText> texts = [];

    /// <exception cref="WordsNotInDocumentException">The words are others.</exception>
    public async Task CheckAsync(LedgerRecord record, CancellationToken cancellationToken)
    {
        if (record is Statement statement)
        {
            var text = await TextAsync(statement.DocumentId, cancellationToken);
            Check(RecordKind.Statement, text, statement.DocumentId, statement.Start, statement.End, statement.Text);
            if (statement is { SpeakerStart: { } start, SpeakerEnd: { } end })
            {
                Check(RecordKind.Statement, text, statement.DocumentId, start, end, statement.SpeakerText ?? "");
            }
        }
        else if (record is Claim claim)
        {
            var text = await TextAsync(claim.DocumentId, cancellationToken);
            Check(RecordKind.Claim, text, claim.DocumentId, claim.Start, claim.End, claim.Text);
            Surround(claim, text);
        }
    }

    /// <summary>Gives a claim the words before and after its own.</summary>
    public static void Surround(Claim claim, CodePointText text)
    {
        claim.Prefix = text.Around(claim.Start - Context, claim.Start);
        claim.Suffix = text.Around(claim.End, claim.End + Context);
    }

    private static void Check(RecordKind record, CodePointText text, long documentId, int start, int end, string words)
    {
        if (words.Length == 0 || !string.Equals(text.At(start, end), words, StringComparison.Ordinal))
        {
            throw new WordsNotInDocumentException(record, documentId, start, end);
        }
    }

    private async Task<CodePointText> TextAsync(long documentId, CancellationToken cancellationToken)
    {
        if (texts.TryGetValue(documentId, out var known)) return known;
        var document = context.DocumentTexts.Local.FirstOrDefault(text => text.DocumentId == documentId)
            ?? await context.DocumentTexts.AsNoTracking().SingleAsync(text => text.DocumentId == documentId, cancellationToken);
        return texts[documentId] = new CodePointText(document.Text);
    }
}
