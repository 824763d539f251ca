using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>Where something happened. Never changes: another name, country or precision is another place.</summary>
public sealed class Place
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

    /// <summary>WGS 84 degrees; null where not known.</summary>
    public double? Latitude { get; init; }

    /// <summary>WGS 84 degrees; null where not known.</summary>
    public double? Longitude { get; init; }

    public required PlacePrecision Precision { get; init; }
}

internal sealed class PlaceConfiguration : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places");
        builder.HasIndex(place => place.NameFolded);
        builder.HasIndex(place => place.Country);
    }
}
