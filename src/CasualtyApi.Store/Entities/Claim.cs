using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>One casualty assertion inside a statement, counted or expressly not.</summary>
public sealed class Claim : ClaimState, ILedgered
{
    /// <summary>The day its document was published. The store keeps it here too, so that claims are found and ordered by it through an index.</summary>
    public DateOnly? PublishedAt { get; internal set; }

    public Document? Document { get; init; }

    public Statement? Statement { get; init; }

    public Party? Party { get; init; }

    public Party? Blamed { get; init; }

    public Place? Place { get; init; }

    /// <summary>Who claims it: the first is the claimant, the others claim jointly. Empty is the document's own voice.</summary>
    public List<ClaimClaimant> Claimants { get; init; } = [];

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Claim, Id);
}

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("claims");
        builder.HasOne(claim => claim.Document).WithMany(document => document.Claims).HasForeignKey(claim => claim.DocumentId);
        builder.HasOne(claim => claim.Statement).WithMany(statement => statement.Claims).HasForeignKey(claim => claim.StatementId);
        builder.HasOne(claim => claim.Party).WithMany().HasForeignKey(claim => claim.PartyId);
        builder.HasOne(claim => claim.Blamed).WithMany().HasForeignKey(claim => claim.BlamedId);
        builder.HasOne(claim => claim.Place).WithMany().HasForeignKey(claim => claim.PlaceId);
        builder.HasOne<Claim>().WithMany().HasForeignKey(claim => claim.RepeatsClaimId);
        builder.HasOne<Claim>().WithMany().HasForeignKey(claim => claim.PartOfClaimId);
        builder.HasOne<Claim>().WithMany().HasForeignKey(claim => claim.UpdatesClaimId);
        builder.HasOne<Claim>().WithMany().HasForeignKey(claim => claim.DisputesClaimId);

        // Terms of few values (status, certainty, scope) have no index: without statistics SQLite would take one for
        // the default status filter and sort a million rows for a page of 50. See docs/decisions/0014-indexes.md.
        builder.HasIndex(claim => new { claim.DocumentId, claim.Id });
        builder.HasIndex(claim => new { claim.StatementId, claim.Id });
        builder.HasIndex(claim => new { claim.PartyId, claim.Id });
        builder.HasIndex(claim => new { claim.Category, claim.Id });
        builder.HasIndex(claim => new { claim.ReceivedAt, claim.Id });
        builder.HasIndex(claim => new { claim.UpdatedAt, claim.Id });
        builder.HasIndex(claim => new { claim.PublishedAt, claim.Id });
        builder.HasIndex(claim => new { claim.PartyId, claim.Category, claim.PublishedAt, claim.Id });
        builder.HasIndex(claim => new { claim.PartyId, claim.PublishedAt, claim.Id });
        builder.HasIndex(claim => new { claim.Category, claim.PublishedAt, claim.Id });

        // By these ingest finds who said a number before.
        builder.HasIndex(claim => new { claim.PartyId, claim.Low });
    }
}
