using CasualtyApi.Extraction;
using CasualtyApi.Ingest;
using CasualtyApi.Store.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Ingest;

public sealed class RepeatsAcrossTests
{
    private static readonly SourceReading Ministry = new("Ministry of Health", SourceKind.Government, Country: "PT");

    private static readonly SourceReading Spokesman = new("Rui Reyes", SourceKind.Person, Affiliation: Ministry);

    private static readonly DateOnly Day = new(2025, 1, 5);

    [Fact]
    public async Task A_later_document_repeats_the_earlier_whoever_spoke_for_the_originator()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, "one", Day, Ministry);
        await KeepAsync(database, "two", Day.AddDays(1), Spokesman);
        await KeepAsync(database, "three", Day.AddDays(2), Ministry);

        Assert.Equal([null, 1L, 1L], await RepeatsAsync(database));
    }

    [Fact]
    public async Task An_older_document_that_arrives_late_becomes_the_first_by_ordinary_changes()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, "one", Day.AddDays(1), Ministry);
        await KeepAsync(database, "two", Day.AddDays(2), Ministry);
        await KeepAsync(database, "late", Day, Ministry);

        Assert.Equal([3L, 3L, null], await RepeatsAsync(database));
        await using var context = database.Open();
        var last = await context.Changes.OrderByDescending(change => change.Position).Take(2).ToListAsync();
        Assert.Equal([(2L, 2), (1L, 2)], last.Select(change => (change.RecordId, change.Revision)));
        Assert.Equal([null, 1L], await context.ClaimRevisions.OrderBy(revision => revision.Id).Select(revision => revision.RepeatsClaimId).ToListAsync());
    }

    [Fact]
    public async Task On_one_day_the_first_document_is_the_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, "one", Day, Ministry);
        await KeepAsync(database, "two", Day, Ministry);

        Assert.Equal([null, 1L], await RepeatsAsync(database));
    }

    [Fact]
    public async Task Undated_documents_never_repeat_each_other()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, "one", null, Ministry);
        await KeepAsync(database, "two", null, Ministry);
        await KeepAsync(database, "three", Day, Ministry);

        Assert.Equal([null, null, null], await RepeatsAsync(database));
    }

    [Fact]
    public async Task Another_originator_number_or_month_is_no_repeat()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, "one", Day, Ministry);
        await KeepAsync(database, "two", Day, new SourceReading("Red Crescent", SourceKind.Organization));
        await KeepAsync(database, "three", Day, Ministry, low: 13);
        await KeepAsync(database, "four", Day.AddMonths(1), Ministry);

        Assert.Equal([null, null, null, null], await RepeatsAsync(database));
    }

    [Fact]
    public async Task Unnamed_voices_are_never_the_same_in_two_documents()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, "one", Day, new SourceReading("Residents", SourceKind.Unnamed));
        await KeepAsync(database, "two", Day, new SourceReading("Residents", SourceKind.Unnamed));

        Assert.Equal([null, null], await RepeatsAsync(database));
    }

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(1, false, false)]
    [InlineData(1, true, true)]
    public async Task The_past_24_hours_of_two_days_are_two_unless_their_dates_are_the_same(int daysLater, bool isDated, bool repeats)
    {
        await using var database = await TestDatabase.CreateAsync();
        var period = new PeriodReading("past 24 hours", isDated ? Day : null, isDated ? Day : null);
        Func<ClaimReading, ClaimReading> within = claim => claim with { Scope = ClaimScope.Period, Period = period };
        await KeepAsync(database, "one", Day, Ministry, with: within);
        await KeepAsync(database, "two", Day.AddDays(daysLater), Ministry, with: within);

        Assert.Equal([null, repeats ? 1L : null], await RepeatsAsync(database));
    }

    [Fact]
    public async Task What_repeats_a_first_claim_follows_it_to_the_first_of_all()
    {
        await using var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, "one", Day, Ministry);
        const string Text = "The ministry said 12 were killed. Again: 12 dead.";
        var reading = new HandReading(Text).Says(Ministry, "The ministry said 12 were killed.").Counts("12 were killed", People, 12)
            .Says(Ministry, "Again: 12 dead.").Counts("12 dead", People, 12, claim => claim with { Repeats = 0 });
        await KeepAsync(database, new Article(Text, "post", PublishedAt: Day.AddDays(1)), reading.Reading);

        Assert.Equal([null, 1L, 1L], await RepeatsAsync(database));
    }

    private static readonly PartyReading People = new("people", "people", null, PartyKind.People);

    private static Task KeepAsync(
        TestDatabase database, string title, DateOnly? day, SourceReading speaker, long low = 12, Func<ClaimReading, ClaimReading>? with = null)
    {
        var text = $"Report {title}: they said so many people were killed.";
        var reading = new HandReading(text).Says(speaker, "they said so many people were killed").Counts("so many people were killed", People, low, with);
        return KeepAsync(database, new Article(text, "post", PublishedAt: day), reading.Reading);
    }

    private static async Task KeepAsync(TestDatabase database, Article article, Reading reading)
    {
        await using var context = database.Open();
        await new ArticleKeeper(context, database.Writes).KeepAsync(article, reading, ChangeLog.Engine, CancellationToken.None);
    }

    private static async Task<List<long?>> RepeatsAsync(TestDatabase database)
    {
        await using var context = database.Open();
        return await context.Claims.OrderBy(claim => claim.Id).Select(claim => claim.RepeatsClaimId).ToListAsync();
    }
}
