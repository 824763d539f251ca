using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Ingest;

public sealed class TermsTests
{
    [Theory]
    [InlineData(typeof(CasualtyCategory), typeof(Extraction.CasualtyCategory))]
    [InlineData(typeof(CountRelation), typeof(Extraction.CountRelation))]
    [InlineData(typeof(PartyKind), typeof(Extraction.PartyKind))]
    [InlineData(typeof(PlacePrecision), typeof(Extraction.PlacePrecision))]
    [InlineData(typeof(ClaimScope), typeof(Extraction.ClaimScope))]
    [InlineData(typeof(Certainty), typeof(Extraction.Certainty))]
    [InlineData(typeof(SourceKind), typeof(Extraction.SourceKind))]
    [InlineData(typeof(StatementKind), typeof(Extraction.StatementKind))]
    public void The_engine_and_the_store_declare_the_same_terms_in_the_same_order(Type stored, Type read) =>
        Assert.Equal(Enum.GetNames(read), Enum.GetNames(stored));

    [Fact]
    public void A_term_is_spelled_in_kebab_case_and_read_back()
    {
        Assert.Equal("killed-or-injured", Kebab.Of(CasualtyCategory.KilledOrInjured));
        Assert.Equal(CasualtyCategory.KilledOrInjured, Kebab.Parse<CasualtyCategory>("killed-or-injured"));
        Assert.False(Kebab.TryParse<CasualtyCategory>("KilledOrInjured", out _));
        Assert.False(Kebab.TryParse<CasualtyCategory>("2", out _));
        Assert.Equal(["public", "spans-only", "withheld"], Kebab.All<Visibility>());
    }
}
