using System.Text;
using System.Text.RegularExpressions;
using CasualtyApi.Store.Terms;
using CasualtyApi.Tests.Features;

namespace CasualtyApi.Tests;

/// <summary>A service on SQLite and one on PostgreSQL are written to and asked alike: whoever moves from one to the other sees no difference.</summary>
public sealed partial class SameAnswersTests : IAsyncLifetime
{
    private const int Steps = 80;

    private static readonly string[] Shown = ["Content-Type", "ETag", "Ledger-Position", "Link", "Location", "Last-Modified", "Cache-Control", "Vary", "Retry-After"];

    private static readonly string[] Asked =
    [
        "claims?status=any&limit=500", "claims?limit=3", "claims?limit=4&sort=-publishedAt&status=any", "claims?sort=high&status=any", "claims?sort=low&limit=5&status=any&total=exact",
        "claims?sort=-updatedAt&status=any", "claims?sort=attention", "claims?collapse=true", "claims?category=killed,missing&from=2025-01-01", "claims?party=Ukraine", "claims?place=Kursk",
        "claims?claimant=Ukraine&status=any", "claims?originator=Ukraine", "claims?bbox=30,40,40,50", "claims?bbox=-180,-20,180,-10", "claims?updatedSince=2020-01-01T00:00:00Z",
        "claims?q=ministry", "claims?q=killed+Kursk", "claims?q=%22at+least%22", "claims?q=nunez", "claims?q=%D0%B7%D0%B5%D0%BB%D0%B5%D0%BD%D1%81%D1%8C%D0%BA%D0%B0", "claims?q=%D0%97%D0%95%D0%9B%D0%95%D0%9D%D0%A1%D0%AC%D0%9A%D0%90",
        "claims?q=n%E2%80%99djamena", "claims?q=known&sort=high", "claims?q=soldiers&format=csv", "claims?q=soldiers&limit=2", "claims?q=znamy", "claims?q=%F0%9F%9B%B8", "claims?q=nothing+at+all",
        "claims?format=csv&status=any&hxl=true", "claims?format=ndjson&status=any", "claims?format=geojson&status=any", "claims?format=jsonld&status=any", "claims?fields=id,quote&status=any",
        "claims/facets?status=any", "claims/facets?q=soldiers", "claims/timeline?status=any", "claims/timeline?status=any&by=day", "claims?status=nonsense", "claims?limit=501", "claims/999999",
        "aggregates?method=range&status=any", "aggregates?method=hierarchy", "aggregates?method=latest", "aggregates?method=sum&status=any", "comparisons", "comparisons?status=any&limit=2",
        "sources?limit=500", "sources?sort=name", "sources?q=source", "sources?q=ZN%C3%81M%C3%9D", "sources?kind=person", "statements?limit=500", "statements?q=ministry", "statements?speaker=3",
        "documents", "documents?q=toll", "parties", "parties?q=ukr", "parties?sort=name", "places", "places?q=ky", "codebook",
        "changes?limit=500", "changes?after=7&limit=3", "changes.atom", "ledger/checkpoint", "ledger/verifier-key", "ledger/entries?start=3&end=9", "ledger/proofs/inclusion?position=5&size=12",
        "ledger/proofs/consistency?from=4&to=20", "exports/ledger.ndjson", "exports/claims.csv", "keys",
    ];

    private static readonly string[] Pages = ["/", "/documents", "/documents/1", "/documents/2", "/claims/1", "/compare", "/ledger", "/codebook", "/pictures/timeline.svg", "/pictures/comparison.svg"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("casualty-twins-");
    private readonly StoppedService file;
    private readonly StoppedService server;

    public SameAnswersTests()
    {
        var signing = ("Ledger:SigningKeyFile", Path.Combine(folder.FullName, "ledger.key"));
        file = new(("Database:Provider", "sqlite"), ("Database:ConnectionString", Path.Combine(folder.FullName, "casualty.db")), signing);
        server = new(signing);
    }

    async Task IAsyncLifetime.InitializeAsync()
    {
        if (PostgresServer.WhyNone is not null) return;
        await ((IAsyncLifetime)file).InitializeAsync();
        await ((IAsyncLifetime)server).InitializeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (PostgresServer.WhyNone is null)
        {
            await file.DisposeAsync();
            await server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_same_requests_are_answered_byte_by_byte_the_same_on_either_database()
    {
        var (onFile, onServer) = (new WritingWalk(file, new Random(20261128)), new WritingWalk(server, new Random(20261128)));
        var moments = new List<long>();
        for (var step = 0; step < Steps; step++)
        {
            Assert.Equal(await onFile.StepAsync((Role)(step % 4)), await onServer.StepAsync((Role)(step % 4)));
            if (step % (Steps / 4) == 0) moments.Add(await file.PositionAsync());
        }

        await AssertSameAsync(Addresses(moments));
    }

    [Fact]
    public async Task Words_that_are_withheld_are_on_neither_database()
    {
        foreach (var (document, visibility) in new[] { (2, "withheld"), (3, "spans-only") })
        {
            var json = $$"""{"visibility":"{{visibility}}","reason":"Not ours to show."}""";
            foreach (var service in new[] { file, server }) await service.CorrectAsync($"documents/{document}", json, role: Role.Admin);
        }

        await AssertSameAsync(Addresses([14, await file.PositionAsync() - 1]));
        Assert.DoesNotContain("3 children", await AnswerAsync(server, Review.Api + "claims?format=csv&status=any"), StringComparison.Ordinal);
    }

    private async Task AssertSameAsync(IEnumerable<string> addresses)
    {
        var answers = new List<(string OnFile, string OnServer)>();
        foreach (var address in addresses) answers.Add((await AnswerAsync(file, address), await AnswerAsync(server, address)));
        Assert.All(answers, answer => Assert.Equal(answer.OnFile, answer.OnServer));
    }

    private static IEnumerable<string> Addresses(IReadOnlyCollection<long> moments)
    {
        foreach (var address in Pages) yield return address;
        foreach (var address in Asked) yield return Review.Api + address;
        foreach (var record in new[] { "claims", "sources", "statements", "documents" })
        {
            for (var id = 1; id <= 12; id++) yield return $"{Review.Api}{record}/{id}";
            if (record is "claims" or "sources") yield return $"{Review.Api}{record}/2/revisions";
        }

        foreach (var moment in moments)
        {
            yield return $"/?asOf={moment}";
            foreach (var address in Asked.Where(address => address[0] is 'c' or 'a' or 's' or 'd' or 'p'))
            {
                yield return $"{Review.Api}{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={moment}";
            }
        }
    }

    private static async Task<string> AnswerAsync(Service service, string address)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, address, ("Host", "localhost"), ("Authorization", $"Bearer {Service.AdminKey}"));
        var text = new StringBuilder($"{address}\n{(int)answer.StatusCode}\n");
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => Shown.Contains(header.Key)).OrderBy(header => header.Key, StringComparer.Ordinal);
        foreach (var (name, values) in headers) text.Append(name).Append(": ").AppendJoin(", ", values).Append('\n');
        var body = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
        return Drawn().Replace(text.Append(body).ToString(), "");
    }

    /// <summary>What is drawn at random, for one request or one key, and stands in no database before.</summary>
    [GeneratedRegex("\"traceId\":\"[0-9a-f]{32}\"|\"prefix\":\"cas_[^\"]{6}\"")]
    private static partial Regex Drawn();
}
