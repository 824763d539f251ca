using System.Reflection;
using CasualtyApi.Extraction;
using CasualtyApi.Hosting;
using CasualtyApi.Store;
using NetArchTest.Rules;

namespace CasualtyApi.Tests;

public sealed class ArchitectureTests
{
    private static readonly string[] TopLevel =
        ["CasualtyApi.sln", "Directory.Build.props", "README.md", "docs", "seeds", "src", "tests"];

    private static readonly Assembly Host = typeof(ContentRoot).Assembly;

    [Fact]
    public void Only_the_agreed_names_are_visible_at_the_top_level()
    {
        // bin, obj and a run's data lie in dot-folders or elsewhere, so the folder itself is asked, not git.
        var names = Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.'))
            .Order(StringComparer.Ordinal);

        Assert.Equal(TopLevel, names);
    }

    [Fact]
    public void The_reading_engine_knows_the_base_class_library_only() =>
        AssertReferencesOnly(typeof(ArticleReader).Assembly, "System.");

    [Fact]
    public void The_store_knows_its_databases_and_signatures_only() =>
        AssertReferencesOnly(typeof(CasualtyDbContext).Assembly, "System.", "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql", "BouncyCastle");

    [Theory]
    [InlineData("Ingest", "Features", "Pages", "Queries", "Commands")]
    [InlineData("Queries", "Features", "Pages", "Ingest", "Commands", "Extraction")]
    [InlineData("Features", "Pages", "Commands", "Hosting")]
    [InlineData("Pages", "Features", "Commands", "Hosting", "Store.Entities", "Store.Ledger", "Store.Reading", "Store.Search", "Store.Sqlite", "Store.Wording", "Extraction")]
    [InlineData("Commands", "Features", "Pages", "Hosting", "Http", "Extraction")]
    [InlineData("Http", "Features", "Pages", "Ingest", "Queries", "Commands", "Extraction")]
    [InlineData("Hosting", "Features", "Pages", "Ingest", "Queries", "Commands", "Extraction")]
    public void A_part_of_the_host_imports_what_the_plan_allows_it(string part, params string[] forbidden)
    {
        var offenders = Offenders(part, forbidden).Where(type => type != "CasualtyApi.Hosting.FeatureMap");
        Assert.Empty(offenders);
    }

    [Fact]
    public void Pages_hand_the_store_on_and_never_ask_it_themselves() =>
        Assert.Empty(Types.InAssembly(Host).That().ResideInNamespaceMatching(@"^CasualtyApi\.Pages(\.|$)")
            .And().HaveDependencyOn("Microsoft.EntityFrameworkCore").GetTypes().Select(type => type.FullName));

    [Fact]
    public void No_feature_imports_another()
    {
        var features = Host.GetTypes().Select(type => type.Namespace ?? "")
            .Where(name => name.StartsWith("CasualtyApi.Features.", StringComparison.Ordinal))
            .Select(name => name.Split('.')[2]).Distinct().ToArray();

        foreach (var feature in features)
        {
            Assert.Empty(Offenders($"Features.{feature}", [.. features.Where(other => other != feature).Select(other => $"Features.{other}")]));
        }
    }

    [Fact]
    public void The_rules_see_what_they_look_for()
    {
        // Were namespaces misspelled above, every rule would hold: here is one that must not.
        Assert.NotEmpty(Offenders("Ingest", "Store"));
        Assert.NotEmpty(Offenders("Ingest", "Extraction"));
    }

    private static string[] Offenders(string part, params string[] forbidden) =>
    [
        .. Types.InAssembly(Host).That().ResideInNamespaceMatching($@"^CasualtyApi\.{part}(\.|$)")
            .And().HaveDependencyOnAny([.. forbidden.Select(name => $"CasualtyApi.{name}")])
            .GetTypes().Select(type => type.FullName!),
    ];

    private static void AssertReferencesOnly(Assembly assembly, params string[] allowed) =>
        Assert.All(
            assembly.GetReferencedAssemblies(),
            reference => Assert.Contains(allowed, start => $"{reference.Name}".StartsWith(start, StringComparison.Ordinal)));
}
