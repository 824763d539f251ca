namespace CasualtyApi.BrowserTests;

/// <summary>What README and docs/reading-room.md show of the pages; <c>tests/pictures.sh</c> puts the pictures there.</summary>
public sealed class DocumentationTests : IClassFixture<BrowsedService>
{
    private readonly BrowsedService service;

    public DocumentationTests(BrowsedService service)
    {
        this.service = service;
        service.KeepTwoTolls();
    }

    [BrowserFact]
    public async Task The_overview_shows_two_tolls_that_contradict_each_other()
    {
        var seen = await service.OpenAsync("/?party=Russia");

        await seen.PictureAsync("docs-overview", isWhole: false);

        Assert.True(await seen.Page.Locator(".contradiction").First.IsVisibleAsync());
    }

    [BrowserFact]
    public async Task A_document_shows_its_marks_and_the_card_of_the_chosen_one()
    {
        var seen = await service.OpenAsync("/documents/1#char=878,931", Screen.Dark);

        await seen.PictureAsync("docs-document", isWhole: false);

        Assert.True(await seen.Page.Locator(".card.chosen").IsVisibleAsync());
    }

    [BrowserFact]
    public async Task A_claim_at_review_shows_its_words_and_the_form_to_decide_by()
    {
        var seen = await service.SignedInAsync();
        await seen.GoAsync("/review/claims/3");

        await seen.Page.EvaluateAsync("document.querySelector('#decide').scrollIntoView({ block: 'center' })");
        await seen.PictureAsync("docs-review", isWhole: false);

        Assert.True(await seen.Page.Locator(".mark.chosen").First.IsVisibleAsync());
        Assert.True(await seen.Page.Locator("#decide").IsVisibleAsync());
    }
}
