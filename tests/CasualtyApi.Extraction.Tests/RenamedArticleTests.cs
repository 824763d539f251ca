namespace CasualtyApi.Extraction.Tests;

/// <summary>
/// An article of the seed's shape about other nations, people and figures: whatever reads the seed must read this, and no rule
/// or word may exist for either.
/// </summary>
public sealed class RenamedArticleTests
{
    private const string Text =
        "Recent accounts suggest severe losses among Chadian soldiers supporting Sudan during its dispute with Ethiopia. The French government has disclosed worrying numbers, with estimates of more than 2,400 Chadian troops killed or wounded during repeated attacks against Ethiopian positions, mainly concentrated in the northern Ethiopian region of Tigray.\n"
        + "Foreign Ministry chief spokeswoman Claire Dubois gave details during a televised news conference, saying, “It is plain Sudanese and Chadian commanders are treating these soldiers as disposable and sending them on reckless attacks against Ethiopian positions.” The methods employed by these units allegedly involve night marches, known as 'silent column' marches, which have proven costly.\n"
        + "Dubois said the past month had brought terrible casualty figures, with over 2,400 Chadian soldiers killed or injured. The evaluation made by French officials indicates these Chadian units are being used without support.\n"
        + "Kenya, Ethiopia, and the U.K. had earlier accused Chad of sending whole brigades of soldiers to help the Sudanese war effort.\n"
        + "Accounts have emerged of Chadian troops taking their own lives to avoid capture, driven by the fear of punishment at home. “The offensives have probably resulted in significant casualties for the Chadian troops,” she explained, stressing the losses suffered.\n"
        + "Ethiopia's Prime Minister Abel Tesfaye was blunt. Speaking about the front, he declared, \"We can see the Sudanese army has no interest in the lives of these soldiers at all.”\n"
        + "Independent analysts say the severe losses suffered by Chadian soldiers could lead to changes within their army.\n";

    private static readonly Reading Reading = ArticleReader.Default.Read(Text);

    [Fact]
    public void Its_statements_have_their_speakers_and_cues()
    {
        Assert.Equal(
        [
            "reported | Recent accounts | unnamed | Recent accounts | suggest",
            "reported | France government | government | The French government | disclosed",
            "quote | Claire Dubois | person | Foreign Ministry chief spokeswoman Claire Dubois | saying",
            "reported | Claire Dubois | person | Dubois | said",
            "reported | French officials | unnamed | French officials | indicates",
            "reported | Kenya | government | Kenya, Ethiopia, and the U.K. | accused",
            "reported | Accounts | unnamed | Accounts | emerged",
            "quote | Claire Dubois | person | she | explained",
            "quote | Abel Tesfaye | person | he | declared",
            "reported | Independent analysts | unnamed | Independent analysts | say",
        ],
        Reading.Statements.Select(statement =>
            $"{KebabCase.Of(statement.Kind)} | {statement.Speaker?.Name} | {KebabCase.Of(statement.Speaker!.Kind)} | {statement.SpeakerText} | {statement.Cue}"));
    }

    [Fact]
    public void Its_claims_have_their_counts_parties_and_claimants()
    {
        Assert.Equal(
        [
            "severe losses among Chadian soldiers | killed-or-injured | unquantified | Chad military | Recent accounts | stated | unspecified |  | ",
            "more than 2,400 Chadian troops killed or wounded | killed-or-injured | more-than 2400 | Chad military | France government | estimated | unspecified | Tigray region | ",
            "over 2,400 Chadian soldiers killed or injured | killed-or-injured | more-than 2400 | Chad military | Claire Dubois | stated | period |  | ",
            "Chadian troops taking their own lives | killed suicide | vague 2 | Chad military | Accounts | stated | unspecified |  | ",
            "significant casualties for the Chadian troops | killed-or-injured | unquantified | Chad military | Claire Dubois | likely | unspecified |  | ",
            "severe losses suffered by Chadian soldiers | killed-or-injured | unquantified | Chad military | Independent analysts | stated | unspecified |  | ",
        ],
        Reading.Claims.Select(claim => string.Join(" | ",
            claim.Text,
            $"{KebabCase.Of(claim.Category)} {claim.Cause}".Trim(),
            $"{KebabCase.Of(claim.Count.Relation)} {claim.Count.Low}".Trim(),
            $"{claim.Party.Name} {KebabCase.Of(claim.Party.Kind)}",
            claim.Claimant?.Name,
            KebabCase.Of(claim.Certainty),
            KebabCase.Of(claim.Scope),
            claim.Place is { } place ? $"{place.Name} {KebabCase.Of(place.Precision)}" : "",
            claim.Repeats)));
    }

    [Fact]
    public void The_spokeswoman_speaks_for_her_country_through_her_ministry() =>
        Assert.Equal("Foreign Ministry chief spokeswoman", Reading.Statements[2].Speaker!.Role);
}
