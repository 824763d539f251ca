using CasualtyApi.Extraction;
using CasualtyApi.Ingest;
using CasualtyApi.Store.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Ingest;

public sealed class SourceRegisterTests
{
    [Fact]
    public async Task Named_sources_merge_across_documents_by_name_and_alias_case_and_accents_apart()
    {
        Assert.Equal(["Volodymyr Zelenský"], await NamesAfterAsync(
            [Person("Volodymyr Zelenský") with { Aliases = ["Zelensky"] }],
            [Person("volodymyr zelensky")],
            [Person("ZELENSKÝ")],
            [Person("President Zelensky") with { Aliases = ["Volodymyr Zelensky"] }]));
    }

    [Fact]
    public async Task An_alias_that_fits_two_names_neither() =>
        Assert.Equal(["Ann Reyes", "Dana Reyes", "Reyes"], await NamesAfterAsync(
            [Person("Ann Reyes") with { Aliases = ["Reyes"] }, Person("Dana Reyes") with { Aliases = ["Reyes"] }],
            [Person("Reyes")]));

    [Fact]
    public async Task Unnamed_sources_belong_to_one_document() =>
        Assert.Equal(["Reports", "Reports"], await NamesAfterAsync([Unnamed("Reports"), Unnamed("reports")], [Unnamed("Reports")]));

    [Fact]
    public async Task A_person_is_no_institution_and_one_countrys_ministry_not_anothers() =>
        Assert.Equal(["Georgia", "Georgia", "Health Ministry", "Health Ministry"], await NamesAfterAsync(
            [new("Georgia", SourceKind.Government, Country: "GE"), Person("Georgia")],
            [new("Health Ministry", SourceKind.Government, Country: "UA"), new("Health Ministry", SourceKind.Government, Country: "PS")],
            [new("Health Ministry", SourceKind.Government, Country: "PS")]));

    [Fact]
    public async Task What_a_later_document_knows_of_a_source_is_added_as_a_revision()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MeetAsync(database, 1, [Person("Dana Reyes")]);
        await MeetAsync(database, 2, [Person("Dana Reyes") with { Country = "PT", Aliases = ["Reyes"], Affiliation = new("Red Crescent", SourceKind.Organization) }]);
        await MeetAsync(database, 3, [Person("Dana Reyes") with { Country = "PT", Role = "Surgeon" }]);
        await MeetAsync(database, 4, [Person("Dana Reyes") with { Role = "Nurse" }]);

        await using var context = database.Open();
        var reyes = await context.Sources.Include(source => source.Aliases).FirstAsync(source => source.Name == "Dana Reyes");
        Assert.Equal((3, "PT", "Surgeon", 2L), (reyes.Revision, reyes.Country, reyes.Role, reyes.AffiliationId));
        Assert.Equal("Reyes", Assert.Single(reyes.Aliases).Alias);
        Assert.Equal(2, await context.SourceRevisions.CountAsync());
    }

    [Fact]
    public async Task Affiliations_never_lead_round()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MeetAsync(database, 1, [new("House", SourceKind.Government, Affiliation: new("State", SourceKind.Government))]);
        await MeetAsync(database, 2, [new("State", SourceKind.Government, Affiliation: new("House", SourceKind.Government))]);
        await MeetAsync(database, 3, [new("Self", SourceKind.Government, Affiliation: new("self", SourceKind.Government))]);

        await using var context = database.Open();
        Assert.Equal([2L, null, null], await context.Sources.OrderBy(source => source.Id).Select(source => source.AffiliationId).ToListAsync());
    }

    private static SourceReading Person(string name) => new(name, SourceKind.Person);

    private static SourceReading Unnamed(string name) => new(name, SourceKind.Unnamed);

    private static async Task<List<string>> NamesAfterAsync(params SourceReading[][] documents)
    {
        await using var database = await TestDatabase.CreateAsync();
        for (var number = 0; number < documents.Length; number++) await MeetAsync(database, number, documents[number]);
        await using var context = database.Open();
        return [.. (await context.Sources.Select(source => source.Name).ToListAsync()).Order(StringComparer.Ordinal)];
    }

    private static async Task MeetAsync(TestDatabase database, int number, SourceReading[] sources)
    {
        var text = $"Document {number}.";
        var reading = new HandReading(text).Says(sources[0], text, sources[1..]);
        await using var context = database.Open();
        await new ArticleKeeper(context, database.Writes)
            .KeepAsync(new Article(text, "post"), reading.Reading, ChangeLog.Engine, CancellationToken.None);
    }
}
