using CasualtyApi.Extraction;
using CasualtyApi.Ingest;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Wording;
using Microsoft.EntityFrameworkCore;
using Stored = CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Ingest;

public sealed class ArticleKeeperTests
{
    private const string Text =
        "🕊 Ministry officials said that 12 medics were killed near Tavira 🏥. Among them were two surgeons. "
        + "Dana Reyes, for the Red Crescent, put the toll at 14.";

    private static readonly PartyReading Medics = new("medics", "Medics", null, PartyKind.Medics);

    private static readonly SourceReading Officials = new("Ministry officials", SourceKind.Unnamed);

    private static readonly SourceReading Reyes = new(
        "Dana Reyes", SourceKind.Person, Country: "PT", Affiliation: new SourceReading("Red Crescent", SourceKind.Organization));

    [Fact]
    public async Task A_reading_becomes_rows_with_ids_in_the_order_of_the_text()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, Text, FullReading(Text));

        await using var context = database.Open();
        var sources = await context.Sources.OrderBy(source => source.Id).ToListAsync();
        var claims = await context.Claims.OrderBy(claim => claim.Id).Include(claim => claim.Claimants).ToListAsync();
        Assert.Equal(
            [("Ministry officials", 1L, null), ("Dana Reyes", null, 3L), ("Red Crescent", null, null)],
            sources.Select(source => (source.Name, source.DocumentId, source.AffiliationId)));
        Assert.Equal([1L, 2L, 3L], claims.Select(claim => claim.StatementId));
        Assert.Equal([null, 1L, null], claims.Select(claim => claim.PartOfClaimId));
        Assert.Equal([null, null, 1L], claims.Select(claim => claim.DisputesClaimId));
        Assert.Equal([[1L], [], [2L]], claims.Select(claim => claim.Claimants.Select(claimant => claimant.SourceId).ToArray()));
        Assert.Equal(new { Name = "Tavira", Latitude = (double?)37.123457 }, await context.Places.Select(place => new { place.Name, place.Latitude }).SingleAsync());
        Assert.Equal([Stored.CasualtyCategory.Killed, Stored.CasualtyCategory.Captured], claims[2].MixedOf);
    }

    [Fact]
    public async Task Every_record_has_its_entry_document_first_and_then_sources_statements_and_claims()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, Text, FullReading(Text));

        await using var context = database.Open();
        var entries = await context.Changes.OrderBy(change => change.Position).Select(change => change.Record).ToListAsync();
        Assert.Equal(
            "document source source source statement statement statement claim claim claim",
            string.Join(' ', entries.Select(Stored.Kebab.Of)));
    }

    [Fact]
    public async Task Words_are_kept_with_what_stands_around_them_and_not_in_the_ledger()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, Text, FullReading(Text));

        await using var context = database.Open();
        var claim = await context.Claims.FirstAsync(claim => claim.Id == 1);
        Assert.Equal((31, 52), (claim.Start, claim.End));
        Assert.Equal("🕊 Ministry officials said that ", claim.Prefix);
        Assert.Equal(" near Tavira 🏥. Among them were ", claim.Suffix);
        foreach (var change in await context.Changes.ToListAsync())
        {
            var payload = System.Text.Encoding.UTF8.GetString(change.Payload);
            Assert.DoesNotContain("medics were", payload, StringComparison.Ordinal);
            Assert.DoesNotContain("toll at", payload, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_claims_entry_is_canonical_and_whole()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, Text, FullReading(Text));

        await using var context = database.Open();
        var payload = await context.Changes.Where(change => change.Position == 8).Select(change => change.Payload).SingleAsync();
        var expected = $$"""
            {"actor":"engine","after":{"blamed":null,"blamedTextSha256":null,"category":"killed","cause":null,"certainty":"stated","claimantIds":[1],
            "countTextSha256":null,"credibility":null,"disputesClaimId":null,"documentId":1,"end":52,"extractor":"1.0","high":12,"low":12,"mixedOf":[],
            "partOfClaimId":null,"party":{"country":null,"id":1,"kind":"medics","name":"Medics"},"partyTextSha256":"{{ArticleKeeper.Fingerprint("medics")}}",
            "periodEnd":null,"periodStart":null,"periodTextSha256":null,
            "place":{"country":"PT","id":1,"latitude":37.123457,"longitude":-7.65,"name":"Tavira","precision":"city"},
            "placeTextSha256":"{{ArticleKeeper.Fingerprint("Tavira")}}","relation":"exactly","repeatsClaimId":null,"rules":["counts.exactly"],
            "scope":"unspecified","start":31,"statementId":1,"status":"candidate","supersededById":null,"textSha256":"{{ArticleKeeper.Fingerprint("12 medics were killed")}}",
            "updatesClaimId":null},"at":1735787045000,"kind":"created","position":8,"reason":null,"record":"claim","recordId":1,"revision":1}
            """;
        Assert.Equal(expected.ReplaceLineEndings(""), System.Text.Encoding.UTF8.GetString(payload));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(500, 500)]
    public async Task Words_that_are_not_the_documents_at_the_span_are_refused(int startOff, int endOff)
    {
        await using var database = await TestDatabase.CreateAsync();
        var reading = new HandReading(Text).Says(Officials, "12 medics were killed")
            .Counts("12 medics were killed", Medics, with: claim => claim with
            {
                Span = new Span(claim.Span.Start + startOff, claim.Span.End + endOff),
            });

        await Assert.ThrowsAsync<WordsNotInDocumentException>(() => KeepAsync(database, Text, reading.Reading));

        await using var context = database.Open();
        Assert.Empty(context.Documents);
        Assert.Empty(context.Changes);
    }

    [Fact]
    public async Task The_same_text_again_is_the_same_document_with_one_more_publication()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, Text, FullReading(Text), new Article(Text, "post", Title: "Toll", Url: "https://a.example/1", Publisher: "A Daily"));
        await KeepAsync(database, Text, Reading.Empty, new Article(Text, "post", Url: "https://b.example/1", Publisher: "B Weekly"));
        var again = await KeepAsync(database, Text, Reading.Empty, new Article(Text, "import", Url: "https://b.example/1", Publisher: "b weekly"));

        await using var context = database.Open();
        var document = await context.Documents.Include(known => known.Publications).ThenInclude(publication => publication.Publisher).SingleAsync();
        Assert.Equal(new Kept(1, IsNew: false, await context.Changes.MaxAsync(change => change.Position)), again);
        Assert.Equal(("Toll", 2), (document.Title, document.Revision));
        Assert.Equal(["A Daily", "B Weekly"], document.Publications.OrderBy(publication => publication.Ordinal).Select(publication => publication.Publisher!.Name));
        Assert.Equal([1L, document.Since], document.Publications.OrderBy(publication => publication.Ordinal).Select(publication => publication.Since));
        Assert.Equal(new { Revision = 1, Until = document.Since }, await context.DocumentRevisions.Select(revision => new { revision.Revision, revision.Until }).SingleAsync());
        Assert.Equal(3, await context.Statements.CountAsync());
    }

    [Fact]
    public async Task Parties_and_places_of_the_same_name_country_and_kind_are_one_across_documents()
    {
        await using var database = await TestDatabase.CreateAsync();
        var other = Text.Replace("12", "13", StringComparison.Ordinal);
        await KeepAsync(database, Text, FullReading(Text));
        await KeepAsync(database, other, FullReading(other));

        await using var context = database.Open();
        Assert.Equal(["Medics"], await context.Parties.Select(party => party.Name).ToListAsync());
        Assert.Equal(1, await context.Places.CountAsync());
        Assert.Equal(6, await context.Claims.CountAsync(claim => claim.PartyId == 1));
    }

    private static Reading FullReading(string text)
    {
        var toll = text.Substring(text.IndexOf('1', StringComparison.Ordinal), "12 medics were killed".Length);
        return new HandReading(text)
            .Says(Officials, $"Ministry officials said that {toll} near Tavira 🏥.")
            .Counts(toll, Medics, 12, claim => claim with { Place = new("Tavira", "Tavira", "PT", 37.12345678, -7.65, PlacePrecision.City) })
            .Says(null, "Among them were two surgeons.")
            .Counts("two surgeons", Medics, 2, claim => claim with { PartOf = 0 })
            .Says(Reyes, "Dana Reyes, for the Red Crescent, put the toll at 14.")
            .Counts("14", Medics, 14, claim => claim with
            {
                Disputes = 0,
                Category = CasualtyCategory.Mixed,
                MixedOf = [CasualtyCategory.Killed, CasualtyCategory.Captured],
            })
            .Reading;
    }

    private static async Task<Kept> KeepAsync(TestDatabase database, string text, Reading reading, Article? article = null)
    {
        await using var context = database.Open();
        return await new ArticleKeeper(context, database.Writes)
            .KeepAsync(article ?? new Article(text, "post"), reading, ChangeLog.Engine, CancellationToken.None);
    }
}
