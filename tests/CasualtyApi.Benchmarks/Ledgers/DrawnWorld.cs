using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>Who speaks, who publishes, whom it happens to and where: the first of each list far more often than the last.</summary>
internal sealed class DrawnWorld
{
    private static readonly (string Name, string Code, string People)[] Countries =
    [
        ("Ukraine", "UA", "Ukrainian"), ("Russia", "RU", "Russian"), ("Sudan", "SD", "Sudanese"), ("Myanmar", "MM", "Burmese"),
        ("Syria", "SY", "Syrian"), ("Yemen", "YE", "Yemeni"), ("Ethiopia", "ET", "Ethiopian"), ("Somalia", "SO", "Somali"),
        ("Mali", "ML", "Malian"), ("Niger", "NE", "Nigerien"), ("Nigeria", "NG", "Nigerian"), ("Iraq", "IQ", "Iraqi"),
        ("Lebanon", "LB", "Lebanese"), ("Israel", "IL", "Israeli"), ("Colombia", "CO", "Colombian"), ("Haiti", "HT", "Haitian"),
        ("North Korea", "KP", "North Korean"), ("Armenia", "AM", "Armenian"), ("Azerbaijan", "AZ", "Azerbaijani"), ("Chad", "TD", "Chadian"),
    ];

    private static readonly string[] Syllables = ["ka", "lo", "mir", "ne", "sta", "dro", "vi", "ber", "zha", "tú", "ran", "ols", "é", "gu", "hai", "wa"];

    public List<Speaker> Speakers { get; } = [];

    public List<Source> Publishers { get; } = [];

    public List<DrawnParty> Parties { get; } = [];

    public List<Place> Places { get; } = [];

    public static DrawnWorld Write(ILedgerPen pen, Chance chance)
    {
        var world = new DrawnWorld();
        foreach (var country in Countries) world.Populate(country, pen, chance);
        foreach (var (words, kind) in new[] { ("children", PartyKind.Children), ("women", PartyKind.Women), ("people", PartyKind.People), ("medics", PartyKind.Medics) })
        {
            world.Parties.Insert(chance.Below(10), new(words, pen.Add(new Party { Name = words, Kind = kind })));
        }

        for (var paper = 1; paper <= 60; paper++)
        {
            world.Publishers.Add(pen.Add(new Source { Name = $"The {Named(chance)} Courier {paper}", Kind = SourceKind.Media, Country = chance.Of(Countries).Code }));
        }

        for (var place = 0; place < 400; place++)
        {
            world.Places.Add(pen.Add(new Place
            {
                Name = Named(chance) + (place % 7 == 0 ? " Oblast" : ""),
                Country = chance.Skewed(Countries).Code,
                Latitude = (chance.Below(1_200_000) - 400_000) / 10_000.0,
                Longitude = (chance.Below(3_000_000) - 1_500_000) / 10_000.0,
                Precision = place % 7 == 0 ? PlacePrecision.Region : chance.OneIn(4) ? PlacePrecision.Exact : PlacePrecision.City,
            }));
        }

        return world;
    }

    private void Populate((string Name, string Code, string People) country, ILedgerPen pen, Chance chance)
    {
        var government = pen.Add(new Source { Name = $"{country.Name} government", Kind = SourceKind.Government, Country = country.Code });
        var ministry = pen.Add(new Source
        {
            Name = $"{country.People} Defence Ministry",
            Kind = SourceKind.Government,
            Country = country.Code,
            AffiliationId = government.Id,
            Aliases = [new SourceAlias { Ordinal = 0, Alias = $"Ministry of Defence, {country.Name}" }],
        });
        Speakers.Add(new(government, $"the {country.People} government", government.Id));
        Speakers.Add(new(ministry, $"the {country.People} Defence Ministry", government.Id));
        for (var person = 0; person < 8; person++)
        {
            var spokesperson = pen.Add(new Source
            {
                Name = $"{Named(chance)} {Named(chance)}",
                Kind = SourceKind.Person,
                Role = "spokesperson",
                Country = country.Code,
                AffiliationId = person % 2 == 0 ? ministry.Id : government.Id,
            });
            Speakers.Insert(chance.Below(Speakers.Count), new(spokesperson, spokesperson.Name, government.Id));
        }

        foreach (var (words, kind) in new[] { ("soldiers", PartyKind.Military), ("civilians", PartyKind.Civilians), ("police officers", PartyKind.Police) })
        {
            var party = pen.Add(new Party { Name = country.Name, Country = country.Code, Kind = kind });
            Parties.Add(new($"{country.People} {words}", party));
        }
    }

    private static string Named(Chance chance)
    {
        var name = string.Concat(Enumerable.Range(0, 2 + chance.Below(3)).Select(_ => chance.Of(Syllables)));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}

/// <param name="Words">What documents call it.</param>
/// <param name="OriginatorId">Whom it speaks for in the end; null where nobody can say.</param>
internal sealed record Speaker(Source Source, string Words, long? OriginatorId);

/// <param name="Words">What documents call them.</param>
internal sealed record DrawnParty(string Words, Party Party);
