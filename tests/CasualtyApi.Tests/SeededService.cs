namespace CasualtyApi.Tests;

/// <summary>One service for all tests that only read it.</summary>
[CollectionDefinition(Name)]
public sealed class SeededService : ICollectionFixture<Service>
{
    public const string Name = "seeded service";
}
