using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Claims.Review;

/// <summary>The session that docs/review.md shows, call by call on a fresh install.</summary>
public sealed class ReviewPageTests(Service service) : IClassFixture<Service>
{
    private const string Page = "docs/review.md";

    [CurlFact]
    public async Task The_session_goes_as_printed()
    {
        var tag = Documentation.Read(Page).Split('\n').Single(line => line.StartsWith("tag() {", StringComparison.Ordinal))
            .Replace(PrintedCalls.Address, $"{service.Client.BaseAddress}".TrimEnd('/'), StringComparison.Ordinal);
        var keys = $"contributor={await service.KeyAsync(Role.Contributor)} reviewer={await service.KeyAsync(Role.Reviewer)} admin={Service.AdminKey}";

        await PrintedCalls.AssertAnsweredAsync(Page, service, expected: 9, $"{keys}\n{tag}\n");
    }

    [Fact]
    public void The_page_has_the_table_of_decisions()
    {
        var rows = Documentation.Read(Page).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        foreach (var status in Enum.GetValues<ClaimStatus>())
        {
            var row = rows.Find(line => line.Split('|')[1].Contains($"`{Kebab.Of(status)}`", StringComparison.Ordinal))!;
            var cells = row.Split('|').Skip(2).Take(5).Select(cell => cell.Trim());
            Assert.Equal(Enum.GetValues<ReviewDecision>().Select(decision => Cell(status, decision)), cells);
        }
    }

    private static string Cell(ClaimStatus status, ReviewDecision decision) => CasualtyApi.Features.Claims.Review.Decisions.Next(status, decision) is { } next
        ? Kebab.Of(next) + (CasualtyApi.Features.Claims.Review.Decisions.IsForAdmins(status, decision) ? ", by an admin" : "")
        : "–";
}
