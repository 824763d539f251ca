using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>One of a claim's claimants. Part of its claim.</summary>
public sealed class ClaimClaimant : ILedgered
{
    public long ClaimId { get; internal set; }

    /// <summary>0 is the claimant; the others claim jointly, in the order named.</summary>
    public required int Ordinal { get; init; }

    public required long SourceId { get; init; }

    public Source? Source { get; init; }

    (RecordKind Kind, long Id) ILedgered.Record => (RecordKind.Claim, ClaimId);
}

internal sealed class ClaimClaimantConfiguration : IEntityTypeConfiguration<ClaimClaimant>
{
    public void Configure(EntityTypeBuilder<ClaimClaimant> builder)
    {
        builder.ToTable("claim_claimants");
        builder.HasKey(claimant => new { claimant.ClaimId, claimant.Ordinal });
        builder.HasIndex(claimant => new { claimant.SourceId, claimant.ClaimId });
        builder.HasOne<Claim>().WithMany(claim => claim.Claimants).HasForeignKey(claimant => claimant.ClaimId);
        builder.HasOne(claimant => claimant.Source).WithMany().HasForeignKey(claimant => claimant.SourceId);
    }
}
