namespace CasualtyApi.Extraction.Tests;

public sealed class SourceReadingTests
{
    [Fact]
    public void A_source_shows_itself_by_its_name() => Assert.Equal("Ana Silva", new SourceReading("Ana Silva", SourceKind.Person).ToString());

    [Fact]
    public void A_claim_originates_from_the_top_of_its_speakers_affiliations()
    {
        var government = new SourceReading("Norway government", SourceKind.Government);
        var ministry = new SourceReading("Interior Ministry", SourceKind.Government, Affiliation: government);

        Assert.Same(government, new SourceReading("Ana Silva", SourceKind.Person, Affiliation: ministry).Originator);
    }
}
