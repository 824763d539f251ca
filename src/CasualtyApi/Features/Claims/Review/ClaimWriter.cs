using CasualtyApi.Ingest;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>Turns what a person wrote into rows, within a transaction.</summary>
internal sealed class ClaimWriter(LedgerTransaction ledger, CasualtyDbContext db, CancellationToken cancellationToken)
{
    private readonly PartyRegister parties = new(ledger, db);
    private readonly PlaceRegister places = new(ledger, db);

    /// <summary>A claim that is not yet added.</summary>
    public async Task<Claim> MakeAsync(ClaimDraft draft, Statement statement)
    {
        var claim = new Claim
        {
            StatementId = statement.Id,
            DocumentId = statement.DocumentId,
            Start = draft.Quote.Start,
            End = draft.Quote.End,
            Text = draft.Quote.Exact,
            Category = draft.Category,
            Relation = draft.Count.Relation,
            PartyId = (await parties.FindOrAddAsync(draft.Party.Party, cancellationToken)).Id,
            Scope = draft.Scope,
            Certainty = draft.Certainty,
        };
        await WriteAsync(claim, draft, null);
        return claim;
    }

    /// <summary>Writes what differs onto the claim: what a draft does not hold, such as the days of a period without words, stays.</summary>
    /// <param name="claim">With its claimants; tracked, or new.</param>
    /// <param name="draft">What is written.</param>
    /// <param name="before">What was there; null for a new claim.</param>
    public async Task WriteAsync(Claim claim, ClaimDraft draft, ClaimDraft? before)
    {
        WriteTerms(claim, draft, before);
        if (draft.Party != before?.Party)
        {
            (claim.PartyId, claim.PartyText) = ((await parties.FindOrAddAsync(draft.Party.Party, cancellationToken)).Id, draft.Party.Text);
        }

        if (draft.Blamed != before?.Blamed)
        {
            var blamed = draft.Blamed is null ? null : await parties.FindOrAddAsync(draft.Blamed.Party, cancellationToken);
            (claim.BlamedId, claim.BlamedText) = (blamed?.Id, draft.Blamed?.Text);
        }

        if (draft.Place != before?.Place)
        {
            var place = draft.Place is null ? null : await places.FindOrAddAsync(draft.Place.Place, cancellationToken);
            (claim.PlaceId, claim.PlaceText) = (place?.Id, draft.Place?.Text);
        }

        if (draft.ClaimantIds.SequenceEqual(before?.ClaimantIds ?? [])) return;
        claim.Claimants.Clear();
        claim.Claimants.AddRange(draft.ClaimantIds.Select((id, ordinal) => new ClaimClaimant { Ordinal = ordinal, SourceId = id }));
    }

    private static void WriteTerms(Claim claim, ClaimDraft draft, ClaimDraft? before)
    {
        (claim.Text, claim.Start, claim.End) = (draft.Quote.Exact, draft.Quote.Start, draft.Quote.End);
        (claim.Category, claim.Cause, claim.Scope, claim.Certainty) = (draft.Category, draft.Cause, draft.Scope, draft.Certainty);
        if (!claim.MixedOf.SequenceEqual(draft.MixedOf ?? [])) claim.MixedOf = [.. draft.MixedOf ?? []];
        (claim.CountText, claim.Relation, claim.Low, claim.High) = (draft.Count.Text, draft.Count.Relation, draft.Count.Low, draft.Count.High);
        (claim.RepeatsClaimId, claim.PartOfClaimId) = (draft.Repeats, draft.PartOf);
        (claim.UpdatesClaimId, claim.DisputesClaimId) = (draft.Updates, draft.Disputes);
        if (draft.Period != before?.Period)
        {
            (claim.PeriodText, claim.PeriodStart, claim.PeriodEnd) = (draft.Period?.Text, draft.Period?.Start, draft.Period?.End);
        }
    }
}
