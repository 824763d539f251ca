using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>The last number given of a kind: positions, and the ids of each table; and the position the search index has come to.</summary>
public sealed class Counter
{
    internal const string Position = "position";
    internal const string Indexed = "indexed";
    internal const string Document = "document";
    internal const string Source = "source";
    internal const string Statement = "statement";
    internal const string Claim = "claim";
    internal const string Party = "party";
    internal const string Place = "place";
    internal const string Key = "key";

    public required string Name { get; init; }

    public required long Value { get; set; }
}

internal sealed class CounterConfiguration : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> builder)
    {
        builder.ToTable("counters");
        builder.HasKey(counter => counter.Name);
        builder.HasData(
            new Counter { Name = Counter.Position, Value = 0 },
            new Counter { Name = Counter.Indexed, Value = 0 },
            new Counter { Name = Counter.Document, Value = 0 },
            new Counter { Name = Counter.Source, Value = 0 },
            new Counter { Name = Counter.Statement, Value = 0 },
            new Counter { Name = Counter.Claim, Value = 0 },
            new Counter { Name = Counter.Party, Value = 0 },
            new Counter { Name = Counter.Place, Value = 0 },
            new Counter { Name = Counter.Key, Value = 0 });
    }
}
