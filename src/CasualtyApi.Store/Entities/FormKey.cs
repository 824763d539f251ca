using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>A key that seals the tokens of forms and the cookies of reviewers, the same for every process on the database. No copy of the database holds it.</summary>
public sealed class FormKey
{
    public required string Name { get; init; }

    /// <summary>As ASP.NET's data protection writes it.</summary>
    public required string Xml { get; init; }
}

internal sealed class FormKeyConfiguration : IEntityTypeConfiguration<FormKey>
{
    public void Configure(EntityTypeBuilder<FormKey> builder)
    {
        builder.ToTable("form_keys");
        builder.HasKey(key => key.Name);
    }
}
