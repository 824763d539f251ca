using CasualtyApi.Http;
using CasualtyApi.Queries.Writing;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>Holds a claim that a person writes against its document, its statement and the sources it names.</summary>
internal sealed class DraftCheck(CasualtyDbContext db, CancellationToken cancellationToken)
{
    /// <summary>What is wrong with it; null where nothing is.</summary>
    /// <param name="draft">What is written.</param>
    /// <param name="before">What was there; only what differs is looked at. Null for a new claim.</param>
    /// <param name="statement">The statement it stands in.</param>
    public async Task<UnprocessableProblem?> FaultAsync(ClaimDraft draft, ClaimDraft? before, Statement statement) =>
        await WordsFaultAsync(draft, before, statement) ?? (draft.ClaimantIds.SequenceEqual(before?.ClaimantIds ?? []) ? null
            : await SourceCheck.FaultAsync(db, "claimant", draft.ClaimantIds, statement.DocumentId, cancellationToken));

    private async Task<UnprocessableProblem?> WordsFaultAsync(ClaimDraft draft, ClaimDraft? before, Statement statement)
    {
        var texts = draft.Texts.Except(before?.Texts ?? []).ToList();
        var isSame = draft.Quote == before?.Quote;
        if (isSame && texts.Count == 0) return null;

        var document = await WrittenDocument.LoadAsync(db, statement.DocumentId, cancellationToken);
        return (isSame ? null : document.SpanFault("quote", draft.Quote.Start, draft.Quote.End, draft.Quote.Exact) ?? await OutsideAsync(draft.Quote, statement))
            ?? texts.Select(text => document.WordsFault(text.Member, text.Words)).FirstOrDefault(fault => fault is not null);
    }

    private async Task<UnprocessableProblem?> OutsideAsync(DraftQuote quote, Statement statement)
    {
        if (statement.Start <= quote.Start && quote.End <= statement.End) return null;
        var around = await db.Statements.Where(other => other.DocumentId == statement.DocumentId && other.Start <= quote.Start && quote.End <= other.End)
            .OrderBy(other => other.Id).Select(other => other.Id).Take(5).ToListAsync(cancellationToken);
        var mend = around.Count > 0 ? $"Of the same document, {string.Join(", ", around)} holds it." : "Add the statement it stands in first.";
        return new(ProblemType.WordsDiffer, "quote", $"does not lie inside statement {statement.Id}, which has characters {statement.Start}–{statement.End}. {mend}");
    }
}
