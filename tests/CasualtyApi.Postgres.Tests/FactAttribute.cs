namespace CasualtyApi.Tests;

/// <summary>A test that needs PostgreSQL, and skips visibly where there is none. It stands nearer to the tests than xunit's own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FactAttribute : Xunit.FactAttribute
{
    public FactAttribute() => Skip = PostgresServer.WhyNone;
}

/// <summary>The same for a test of several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class TheoryAttribute : Xunit.TheoryAttribute
{
    public TheoryAttribute() => Skip = PostgresServer.WhyNone;
}
