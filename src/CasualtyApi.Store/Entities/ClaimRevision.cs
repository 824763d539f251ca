using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>An earlier state of a claim.</summary>
public sealed class ClaimRevision : ClaimState, IRevision
{
    [SetsRequiredMembers]
    internal ClaimRevision() => Text = "";

    public List<long> ClaimantIds { get; internal set; } = [];

    public long Until { get; internal set; }
}

internal sealed class ClaimRevisionConfiguration : IEntityTypeConfiguration<ClaimRevision>
{
    public void Configure(EntityTypeBuilder<ClaimRevision> builder)
    {
        builder.ToTable("claim_revisions");
        builder.HasKey(revision => new { revision.Id, revision.Revision });
        builder.HasOne<Claim>().WithMany().HasForeignKey(revision => revision.Id);
    }
}
