using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Ingest;

/// <summary>
/// What an earlier version of the engine read in a document. What is read again at the same span, of the same category and party keeps
/// its id; what is not read again is superseded; what a person touched stays as it is.
/// </summary>
internal sealed class EarlierReading
{
    public const string Reason = "Read again by another version of the engine.";

    private static readonly string[] Kept =
    [
        nameof(Claim.Id), nameof(Claim.Revision), nameof(Claim.Since), nameof(Claim.ReceivedAt), nameof(Claim.UpdatedAt), nameof(Claim.PublishedAt),
        nameof(Claim.Prefix), nameof(Claim.Suffix), nameof(Claim.Status), nameof(Claim.SupersededById), nameof(Claim.Credibility),
        nameof(Claim.RepeatsClaimId), nameof(Claim.PartOfClaimId), nameof(Claim.UpdatesClaimId), nameof(Claim.DisputesClaimId),
    ];

    private readonly CasualtyDbContext context;
    private readonly LedgerTransaction ledger;
    private readonly List<Statement> statements;
    private readonly List<Claim> claims;
    private readonly HashSet<(RecordKind, long)> touched;
    private readonly HashSet<long> taken = [];

    private EarlierReading(
        CasualtyDbContext context, LedgerTransaction ledger, List<Statement> statements, List<Claim> claims, HashSet<(RecordKind, long)> touched) =>
        (this.context, this.ledger, this.statements, this.claims, this.touched) = (context, ledger, statements, claims, touched);

    public static async Task<EarlierReading> LoadAsync(CasualtyDbContext context, LedgerTransaction ledger, long documentId, CancellationToken cancellationToken)
    {
        var statements = await context.Statements.Include(statement => statement.Speakers).Include(statement => statement.Relay)
            .Where(statement => statement.DocumentId == documentId).OrderBy(statement => statement.Id).ToListAsync(cancellationToken);
        var claims = await context.Claims.Include(claim => claim.Claimants)
            .Where(claim => claim.DocumentId == documentId).OrderBy(claim => claim.Id).ToListAsync(cancellationToken);
        var ids = claims.Select(claim => claim.Id).ToList();
        var said = statements.Select(statement => statement.Id).ToList();
        var changed = await context.Changes
            .Where(change => change.Kind != ChangeKind.Created && change.Kind != ChangeKind.Extended
                && ((change.Record == RecordKind.Claim && EF.Parameter(ids).Contains(change.RecordId))
                    || (change.Record == RecordKind.Statement && EF.Parameter(said).Contains(change.RecordId))))
            .Select(change => new { change.Record, change.RecordId }).ToListAsync(cancellationToken);
        var touched = changed.Select(change => (change.Record, change.RecordId)).ToHashSet();
        touched.UnionWith(claims.Where(claim => claim.Extractor is null).Select(claim => (RecordKind.Claim, claim.Id)));
        return new(context, ledger, statements, claims, touched);
    }

    /// <summary>How many claims are not read any more.</summary>
    public int Superseded { get; private set; }

    /// <summary>Whether nothing but a person may change the claim.</summary>
    public bool IsTouched(Claim claim) => touched.Contains((RecordKind.Claim, claim.Id));

    /// <summary>The statement that was read there before; null for a new one.</summary>
    public Statement? Find(Statement read)
    {
        var known = statements.Find(one => (one.Start, one.End, one.Kind) == (read.Start, read.End, read.Kind));
        if (known is null || touched.Contains((RecordKind.Statement, known.Id))) return known;
        (known.SpeakerText, known.SpeakerStart, known.SpeakerEnd, known.Cue) = (read.SpeakerText, read.SpeakerStart, read.SpeakerEnd, read.Cue);
        var isSame = known.Speakers.OrderBy(one => one.Ordinal).Select(one => one.SourceId).SequenceEqual(read.Speakers.Select(one => one.SourceId))
            && known.Relay.OrderBy(one => one.Ordinal).Select(one => one.SourceId).SequenceEqual(read.Relay.Select(one => one.SourceId));
        if (!isSame)
        {
            Replace(known.Speakers, read.Speakers);
            Replace(known.Relay, read.Relay);
        }

        if (!isSame || context.Entry(known).State == EntityState.Modified) ledger.Change(known, ChangeKind.Extended, Reason);
        return known;
    }

    /// <summary>The claim that was read there before, as it is read now; null for a new one.</summary>
    public Claim? Find(Claim read)
    {
        var known = claims.Find(one => !taken.Contains(one.Id)
            && (one.Start, one.End, one.Category, one.PartyId) == (read.Start, read.End, read.Category, read.PartyId));
        if (known is null) return null;
        taken.Add(known.Id);
        if (IsTouched(known)) return known;

        var (before, now) = (context.Entry(known).CurrentValues, context.Entry(read).CurrentValues);
        foreach (var property in before.Properties.Where(property => !Kept.Contains(property.Name))) before[property] = now[property];
        if (!known.Claimants.OrderBy(one => one.Ordinal).Select(one => one.SourceId).SequenceEqual(read.Claimants.Select(one => one.SourceId)))
        {
            Replace(known.Claimants, read.Claimants);
            ledger.Change(known, ChangeKind.Extended, Reason);
        }

        return known;
    }

    /// <summary>Supersedes the candidates that are not read any more.</summary>
    public void SupersedeVanished()
    {
        foreach (var claim in claims.Where(claim => !taken.Contains(claim.Id) && !IsTouched(claim) && claim.Status == ClaimStatus.Candidate))
        {
            claim.Status = ClaimStatus.Superseded;
            (claim.RepeatsClaimId, claim.PartOfClaimId, claim.UpdatesClaimId, claim.DisputesClaimId) = (null, null, null, null);
            ledger.Change(claim, ChangeKind.Superseded, Reason);
            Superseded++;
        }
    }

    private static void Replace<TPart>(List<TPart> parts, List<TPart> by)
    {
        parts.Clear();
        parts.AddRange(by);
    }
}
