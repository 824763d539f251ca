using System.Text.Json;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Audit;
using CasualtyApi.Store.Ledger.Exports;
using CasualtyApi.Store.Ledger.Notes;
using CasualtyApi.Store.Ledger.Replay;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Features;

/// <summary>A walk at random over everything that writes, by keys of every role; then all that was promised of the ledger is asked of what came out.</summary>
public sealed class WritingWalkTests(SampledService service) : IClassFixture<SampledService>
{
    private const int Steps = 150;

    private static readonly string[] Addresses =
    [
        "claims?limit=500&status=any", "claims?sort=-updatedAt&status=any&limit=500", "sources?limit=500", "statements?limit=500", "aggregates?method=range&status=any",
        "aggregates?method=hierarchy", "comparisons", "claims/facets?status=any", "claims?q=ministry", "claims?originator=Ukraine", "parties", "places",
    ];

    private static readonly Role[] Roles = Enum.GetValues<Role>();

    [Fact]
    public async Task Whatever_is_written_stands_in_the_ledger_once_and_every_earlier_state_is_there()
    {
        var walk = new WritingWalk(service, new Random(20261128));
        var answers = new Dictionary<long, string[]> { [await service.PositionAsync()] = await AnswersAsync(0) };
        var statuses = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            var before = await service.PositionAsync();
            var (operation, status, isChanged) = await walk.StepAsync(Roles[walk.Random.Next(Roles.Length)]);
            statuses.Add($"{operation} {status}");
            Assert.True(status is >= 200 and < 500, $"{operation} answered {status}.");
            Assert.Equal(status < 300 && isChanged ? before + 1 : before, await service.PositionAsync());
            if (status < 300 && step % 3 == 0) answers[await service.PositionAsync()] = await AnswersAsync(0);
        }

        foreach (var operation in new[] { "claims", "sources", "statements", "correct claims", "correct sources", "decide", "merge" })
        {
            Assert.True(statuses.Exists(one => one.StartsWith(operation + " 20", StringComparison.Ordinal)), $"No {operation} was taken: {string.Join(", ", statuses)}");
        }

        foreach (var (position, then) in answers)
        {
            foreach (var (address, answered, again) in Addresses.Zip(then, await AnswersAsync(position))) Assert.True(answered == again, $"{address} as of {position}\nthen: {answered}\nnow:  {again}");
        }

        await AssertLedgerAsync();
    }

    /// <summary>The database is as its ledger says, the export verifies, and an import of it is the same, row by row.</summary>
    private async Task AssertLedgerAsync()
    {
        await using var context = service.Open();
        await foreach (var finding in new DatabaseAudit(context).RunAsync()) Assert.Fail(finding.ToString());
        var size = await new LedgerTree(context).SizeAsync(default);
        using var stream = new MemoryStream();
        await new LedgerExport(context).WriteAsync(stream, size, default);
        var export = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        var checkpoint = new Checkpoint("test", size, await new LedgerTree(context).RootAsync(size, default));
        Assert.Null((await new ExportVerification(checkpoint).RunAsync(new StringReader(export))).Fault);

        await using var made = await TestDatabase.CreateAsync();
        await using (var empty = made.Open()) Assert.Null((await new LedgerImport(empty).RunAsync(new StringReader(export), checkpoint, default)).Fault);
        await made.PrepareAsync();
        await using var copy = made.Open();
        await foreach (var finding in new DatabaseAudit(copy).RunAsync()) Assert.Fail(finding.ToString());
        foreach (var set in new Func<CasualtyApi.Store.CasualtyDbContext, IQueryable<object>>[]
        {
            db => db.Claims.Include(claim => claim.Claimants.OrderBy(part => part.Ordinal)).OrderBy(row => row.Id), db => db.ClaimRevisions.OrderBy(row => row.Id).ThenBy(row => row.Revision),
            db => db.Sources.Include(source => source.Aliases.OrderBy(part => part.Ordinal)).OrderBy(row => row.Id), db => db.SourceRevisions.OrderBy(row => row.Id).ThenBy(row => row.Revision),
            db => db.Statements.Include(statement => statement.Speakers.OrderBy(part => part.Ordinal)).OrderBy(row => row.Id), db => db.Changes.OrderBy(row => row.Position),
            db => db.Parties.OrderBy(row => row.Id), db => db.Places.OrderBy(row => row.Id), db => db.Documents.OrderBy(row => row.Id),
        })
        {
            Assert.Equal(JsonSerializer.Serialize(await set(context).AsNoTracking().ToListAsync()), JsonSerializer.Serialize(await set(copy).AsNoTracking().ToListAsync()));
        }
    }

    private async Task<string[]> AnswersAsync(long asOf)
    {
        var answers = new List<string>();
        foreach (var address in Addresses)
        {
            var then = asOf == 0 ? "" : $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={asOf}";
            using var answer = await service.SendAsync(HttpMethod.Get, Review.Api + address + then);
            var body = await answer.Content.ReadAsStringAsync();
            answers.Add(asOf == 0 ? body : body.Replace($"&asOf={asOf}", "", StringComparison.Ordinal).Replace($"?asOf={asOf}&", "?", StringComparison.Ordinal).Replace($"?asOf={asOf}", "", StringComparison.Ordinal));
        }

        return [.. answers];
    }
}
