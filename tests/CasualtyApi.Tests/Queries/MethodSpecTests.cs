using CasualtyApi.Queries.Methods;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Queries;

/// <summary>The methods, as Specs/methods.md specifies them: a row is claims, a method, and what must come out.</summary>
public sealed class MethodSpecTests
{
    private const string Page = "tests/CasualtyApi.Tests/Queries/Specs/methods.md";

    public static TheoryData<string, string, string, string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string, string, string, string>();
            foreach (var row in Rows())
            {
                cases.Add(row[0], row[1], row[2], row[3], row[4], row[5]);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_row_holds(string title, string claims, string method, string value, string used, string excluded)
    {
        var sifted = InForce.Of(ClaimScript.Read(claims));
        var named = Kebab.Parse<AggregateMethod>(method);
        if (named == AggregateMethod.Sum && Sum.Against(sifted.Claims) is { } unaddable)
        {
            Assert.Equal((title, value, used, excluded), (title, "422", List(unaddable.Claims), string.Join(", ", unaddable.Pairs.Select(pair => $"{pair.One}-{pair.Other}"))));
            return;
        }

        var results = AggregateResults.Of(named, sifted).All.ToList();
        var reasons = sifted.Excluded.Concat(results.SelectMany(result => result.Choice.Excluded)).OrderBy(exclusion => exclusion.Claim.Id);
        Assert.Equal(
            (title, value, used, excluded),
            (title, string.Join("; ", results.Select(result => Value(result.Choice))), string.Join("; ", results.Select(result => List(result.Choice.Used))),
                string.Join(", ", reasons.Select(Reason))));
    }

    [Fact]
    public void There_are_cases_for_every_method_and_every_reason()
    {
        var rows = Rows().ToList();

        Assert.True(rows.Count >= 40);
        Assert.All(Kebab.All<AggregateMethod>(), method => Assert.Contains(rows, row => row[2] == method));
        Assert.All(
            Kebab.All<ExclusionReason>().Where(reason => reason != Kebab.Of(ExclusionReason.Undated)),
            reason => Assert.Contains(rows, row => row[5].Contains(reason, StringComparison.Ordinal)));
    }

    private static IEnumerable<string[]> Rows() => Documentation.Read(Page).Split("## Cases")[1].Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| case", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    private static string Value(Choice choice)
    {
        var value = Range(choice.Value);
        return (choice.Support is { } support ? $"{value} ({support})" : value) + (choice.Closed is { } closed ? $" closed {Range(closed)}" : "");
    }

    private static string Range(Envelope? envelope) => envelope is null ? "null" : $"{envelope.Low}..{envelope.High}";

    private static string List(IEnumerable<SelectedClaim> claims) => string.Join(", ", claims.Select(claim => claim.Id));

    private static string Reason(Exclusion exclusion) =>
        $"{exclusion.Claim.Id} {Kebab.Of(exclusion.Reason)}" + (exclusion.Of is { } other ? $" {other}" : "");
}
