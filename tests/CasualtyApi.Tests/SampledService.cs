using CasualtyApi.Extraction;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests;

/// <summary>
/// The seed's six claims, and four more that have what its have not: dates, places known closely, blame, a document's own voice
/// with a publisher, and a claimant who speaks for one who speaks for another.
/// </summary>
public class SampledService : Service, IAsyncLifetime
{
    private const string First = "The ministry said 12 soldiers died in Odesa. =1+1 A doctor said 3 children were hurt on Taveuni. At least 5 fell, \"all of them\" young.";
    private const string Second = "Ana Núñez said at least 40 were killed around Kursk.";

    private static readonly SourceReading Ministry =
        new("Defence Ministry", SourceKind.Government, Country: "UA", Affiliation: new("Ukraine", SourceKind.Government, Country: "UA"));

    private static readonly PartyReading Soldiers = new("soldiers", "Ukraine", "UA", PartyKind.Military);

    public SampledService()
    {
    }

    private protected SampledService(params (string Name, string Value)[] settings)
        : base(settings)
    {
    }

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await KeepAsync(
            new Article(First, "post", "Odesa, \"again\"", "https://daily.example/odesa", "The Daily", new DateOnly(2025, 1, 10)),
            new HandReading(First)
                .Says(Ministry, "The ministry said 12 soldiers died in Odesa.")
                .Counts("12 soldiers", Soldiers, 12, claim => claim with
                {
                    Place = new("Odesa", "Odesa", "UA", 46.4775, 30.7326, PlacePrecision.City),
                    Period = new("this week", new DateOnly(2025, 1, 8), new DateOnly(2025, 1, 9)),
                    Scope = ClaimScope.Incident,
                })
                .Says(new SourceReading("A doctor", SourceKind.Unnamed), "=1+1 A doctor said 3 children were hurt on Taveuni.")
                .Counts("=1+1 A doctor said 3 children", new("children", "children", null, PartyKind.Children), 3, claim => claim with
                {
                    Category = CasualtyCategory.Injured,
                    Place = new("Taveuni", "Taveuni", "FJ", -16.8, -179.98, PlacePrecision.Exact),
                })
                .Says(null, "At least 5 fell, \"all of them\" young.")
                .Counts("At least 5 fell, \"all of them\" young", Soldiers, 5, claim => claim with
                {
                    Count = new("At least 5", CountRelation.AtLeast, 5, null),
                    Blamed = new(null, "Russia", "RU", PartyKind.Military),
                    Cause = "suicide",
                    Period = new("by Sunday", null, new DateOnly(2025, 1, 5)),
                }).Reading);
        await KeepAsync(
            new Article(Second, "post", "Toll", PublishedAt: new DateOnly(2025, 2, 1)),
            new HandReading(Second)
                .Says(new SourceReading("Ana Núñez", SourceKind.Person, Country: "UA", Affiliation: Ministry, Aliases: ["Зеленська", "N’Djamena Ana"]), Second)
                .Counts("at least 40", Soldiers, 40, claim => claim with
                {
                    Count = new("at least 40", CountRelation.AtLeast, 40, null),
                    Place = new("Kursk", "Kursk", "RU", 51.6893, 36.1534, PlacePrecision.Region),
                    Scope = ClaimScope.Total,
                }).Reading);
    }
}
