using CasualtyApi.Features.Claims.Review;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Claims.Review;

public sealed class DecisionsTests
{
    /// <summary>Every status with every decision; "-" cannot be, "!" is for admins.</summary>
    [Theory]
    [InlineData("candidate", "accepted", "rejected", "-", "superseded", "-")]
    [InlineData("accepted", "-", "-", "retracted", "superseded", "candidate")]
    [InlineData("rejected", "-", "-", "-", "-", "candidate")]
    [InlineData("superseded", "-", "-", "-", "-", "candidate!")]
    [InlineData("retracted", "-", "-", "-", "-", "candidate!")]
    public void Each_decision_leads_where_the_table_says(string status, string accept, string reject, string retract, string supersede, string reopen)
    {
        var from = Kebab.Parse<ClaimStatus>(status);
        string[] expected = [accept, reject, retract, supersede, reopen];

        Assert.Equal(expected, Enum.GetValues<ReviewDecision>().Select(decision => Cell(from, decision)));
    }

    [Fact]
    public void Every_status_is_in_the_table_and_can_be_left()
    {
        Assert.All(Enum.GetValues<ClaimStatus>(), status => Assert.NotEmpty(Decisions.On(status)));
        Assert.Equal(Enum.GetValues<ReviewDecision>(), Enum.GetValues<ClaimStatus>().SelectMany(Decisions.On).Distinct().Order());
    }

    [Fact]
    public void Every_decision_has_its_own_kind_of_change() =>
        Assert.Equal(5, Enum.GetValues<ReviewDecision>().Select(Decisions.Kind).Distinct().Count());

    private static string Cell(ClaimStatus from, ReviewDecision decision) => Decisions.Next(from, decision) is { } next
        ? Kebab.Of(next) + (Decisions.IsForAdmins(from, decision) ? "!" : "")
        : "-";
}
