using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>Whom a claim is about. Never changes: another name, country or kind is another party.</summary>
public sealed class Party
{
    public long Id { get; internal set; }

    public required string Name
    {
        get;
        init
        {
            field = value;
            NameFolded = Folding.Fold(value);
        }
    }

    /// <summary><see cref="Name"/> without case and accents: what filters compare.</summary>
    public string NameFolded { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public required PartyKind Kind { get; init; }
}

internal sealed class PartyConfiguration : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.ToTable("parties");
        builder.HasIndex(party => party.NameFolded);
        builder.HasIndex(party => party.Country);
    }
}
