using CasualtyApi.Hosting;

namespace CasualtyApi.Tests.Hosting;

public sealed class ConfigurationTests
{
    private static readonly string Documentation = File.ReadAllText(Path.Combine(Repository.Root, "docs", "configuration.md"));

    /// <summary>Every property of every class that names the section it is read from.</summary>
    private static readonly string[] Names = [.. typeof(ContentRoot).Assembly.GetTypes()
        .Where(type => type.GetField("Section") is not null)
        .SelectMany(type => type.GetProperties().Where(property => property.CanWrite)
            .Select(property => $"{type.GetField("Section")!.GetValue(null)}__{property.Name}"))];

    public static TheoryData<string> Options => [.. Names];

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_stands_in_the_documentation(string option) =>
        Assert.Contains($"| `{option}` |", Documentation, StringComparison.Ordinal);

    [Fact]
    public void The_documentation_names_no_option_that_does_not_exist()
    {
        var own = Documentation.Split("What ASP.NET Core and Serilog themselves read")[0];
        var documented = own.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains("__", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        Assert.Empty(documented.Except(Names));
    }
}
