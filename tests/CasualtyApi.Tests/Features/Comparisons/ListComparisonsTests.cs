using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using CasualtyApi.Tests.Queries;
using Microsoft.AspNetCore.Http;

namespace CasualtyApi.Tests.Features.Comparisons;

[Collection(SeededService.Name)]
public sealed class ListComparisonsTests(Service service)
{
    [Fact]
    public async Task The_seeds_losses_are_one_row_of_the_us_government_as_both_said_it()
    {
        var answer = await service.GetAsync("/api/v1/comparisons?country=KP&category=killed-or-injured");
        var row = Assert.Single(Assert.Single(answer.GetProperty("items").EnumerateArray()).GetProperty("rows").EnumerateArray());

        Assert.Equal("""{"id":2,"name":"United States government"}""", row.GetProperty("originator").GetRawText());
        Assert.Equal(["United States government", "John Kirby"], row.GetProperty("claimants").EnumerateArray().Select(claimant => claimant.GetProperty("name").GetString()));
        Assert.Equal("other", row.GetProperty("stance").GetString());
        Assert.Equal("more-than", row.GetProperty("relation").GetString());
        Assert.Equal("[2,3]", row.GetProperty("claims").GetRawText());
        Assert.Equal(3, answer.GetProperty("excluded").GetProperty("byReason").GetProperty("unquantified").GetInt32());
    }

    [Theory]
    [InlineData("1 Kyiv 12; 2 Moscow 4", "0-1")]
    [InlineData("1 Kyiv 12; 2 Moscow 12..14", "")]
    [InlineData("1 Kyiv ~300; 2 Moscow 330", "")]
    [InlineData("1 Kyiv ~300; 2 Moscow 331", "0-1")]
    [InlineData("1 Kyiv ~300; 2 Moscow ~360", "")]
    [InlineData("1 Kyiv >1000; 2 Moscow <=1000", "")]
    [InlineData("1 Kyiv >=40; 2 Moscow <40", "")]
    [InlineData("1 Kyiv >=41; 2 Moscow <=40; 3 UN >40", "0-1")]
    [InlineData("1 Kyiv 5; 2 Moscow 7; 3 UN 9", "0-1 0-2 1-2")]
    public void Ranges_that_do_not_meet_contradict_each_other(string claims, string pairs) =>
        Assert.Equal(pairs, string.Join(' ', Contradictions.Among(ClaimScript.Read(claims)).Pairs.Select(pair => $"{pair[0]}-{pair[1]}")));

    [Fact]
    public void Of_many_contradictions_the_widest_are_listed_and_all_are_counted()
    {
        var found = Contradictions.Among(ClaimScript.Read(string.Join("; ", Enumerable.Range(1, 20).Select(row => $"{row} Source{row} {row}"))));

        Assert.Equal((190, 100), (found.Count, found.Pairs.Count));
        Assert.Equal([0, 1], found.Pairs[0]);
        Assert.Contains(found.Pairs, pair => pair is [0, 19]);
    }

    [Fact]
    public void Parts_stand_under_their_wholes_and_older_claims_are_told()
    {
        var answer = ClaimComparisons.Compare(new(ClaimScript.Read(
            "1 Kyiv 20 day:01-05 at:Kharkiv pub:01-05; 2 Kyiv 23 day:01-05 at:Kharkiv pub:01-06; 3 Kyiv 9 day:01-05 at:Kharkiv of:children part:2; "
            + "4 ?residents 40 day:01-05 at:Kharkiv"), []), new QueryCollection());

        var (whole, children) = (answer.Item(0), answer.Item(1));
        Assert.Equal([[2L], [4L]], whole.Rows.Select(row => row.Claims));
        Assert.Equal([3L], whole.Rows[0].Parts);
        Assert.Equal([[0, 1]], whole.Contradictions);
        Assert.Equal(1, whole.Independent);
        Assert.Equal(new ExcludedClaim(1, ExclusionReason.Older, 2), Assert.Single(whole.Excluded.Claims));
        Assert.Equal([3L], Assert.Single(children.Rows).Claims);
    }

    [Theory]
    [InlineData(SourceKind.Government, "RU", PartyKind.Military, "RU", null, Stance.Own)]
    [InlineData(SourceKind.Government, "RU", PartyKind.Civilians, "RU", null, Stance.Other)]
    [InlineData(SourceKind.Government, "RU", PartyKind.Military, "UA", null, Stance.Other)]
    [InlineData(SourceKind.Government, "RU", PartyKind.Civilians, "UA", "RU", Stance.Accused)]
    [InlineData(SourceKind.Media, "RU", PartyKind.Military, "RU", null, Stance.Other)]
    [InlineData(SourceKind.Media, "RU", PartyKind.Civilians, "UA", "RU", Stance.Other)]
    public void A_stance_follows_who_speaks_for_whom(
        SourceKind kind, string country, PartyKind partyKind, string partyCountry, string? blamed, Stance expected)
    {
        var voice = new Source { Name = "Ministry", Kind = kind, Country = country };
        var party = new Party { Name = "Party", Kind = partyKind, Country = partyCountry };
        var accused = blamed is null ? null : new Party { Name = "Army", Kind = PartyKind.Military, Country = blamed };

        Assert.Equal(expected, Stances.Of([voice], party, accused));
    }

    [Theory]
    [InlineData(PartyKind.Military, Stance.Own)]
    [InlineData(PartyKind.Civilians, Stance.Other)]
    [InlineData(PartyKind.People, Stance.Other)]
    public void A_country_speaks_for_its_soldiers_and_its_people_are_no_organ_of_it(PartyKind kind, Stance expected) => Assert.Equal(expected, Stances.Of(
        [new Source { Name = "Ukraine", Kind = SourceKind.Government, Country = "UA" }], new Party { Name = "Ukraine", Kind = kind, Country = "UA" }, null));

    [Fact]
    public void A_group_speaks_for_itself() => Assert.Equal(Stance.Own, Stances.Of(
        [new Source { Name = "Hezbollah", Kind = SourceKind.ArmedGroup }], new Party { Name = "Hezbollah", Kind = PartyKind.ArmedGroup, Country = "LB" }, null));
}
