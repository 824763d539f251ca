using CasualtyApi.Ingest;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Store.Ledger;

public sealed class ChangeLogTests
{
    [Fact]
    public async Task A_new_record_gets_its_id_its_position_and_its_entry_in_one_commit()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.Open();

        await using (var ledger = await database.ChangeLog.BeginAsync(context, ChangeLog.Engine))
        {
            ledger.Add(Source("First"));
            ledger.Add(Source("Second"), "because");
            Assert.Equal(2, await ledger.CommitAsync());
        }

        await using var fresh = database.Open();
        var second = await fresh.Sources.SingleAsync(source => source.Id == 2);
        Assert.Equal((1, 2L, "second"), (second.Revision, second.Since, second.NameFolded));
        Assert.Equal(database.Clock.GetUtcNow().ToUnixTimeMilliseconds(), second.ReceivedAt);
        var entry = await fresh.Changes.SingleAsync(change => change.Position == 2);
        Assert.Equal(
            ("engine", ChangeKind.Created, RecordKind.Source, 2L, 1, "because"),
            (entry.Actor, entry.Kind, entry.Record, entry.RecordId, entry.Revision, entry.Reason));
    }

    [Fact]
    public async Task Positions_have_no_gaps_and_ids_no_doubles_under_parallel_writers()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var otherProcess = new ChangeLog(database.Clock, database.ChangeLog.Patience);

        await Parallel.ForAsync(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, cancellationToken) =>
        {
            await using var context = database.Open();
            var log = number % 2 == 0 ? database.ChangeLog : otherProcess;
            await using var ledger = await log.BeginAsync(context, ChangeLog.Engine, cancellationToken);
            ledger.Add(Source($"one {number}"));
            ledger.Add(Source($"two {number}"));
            if (number % 5 != 0) await ledger.CommitAsync(cancellationToken);
        });

        await using var fresh = database.Open();
        long[] expected = [.. Enumerable.Range(1, 96).Select(position => (long)position)];
        Assert.Equal(expected, await fresh.Changes.OrderBy(change => change.Position).Select(change => change.Position).ToListAsync());
        Assert.Equal(expected, await fresh.Sources.OrderBy(source => source.Id).Select(source => source.Id).ToListAsync());
        Assert.All(await fresh.Sources.ToListAsync(), source => Assert.Equal(source.Id, source.Since));
    }

    [Fact]
    public async Task A_save_that_passes_by_the_log_throws()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, Source("Known"));

        await AssertRefusedAsync(database, context => context.Add(Source("Unledgered")));
        await AssertRefusedAsync(database, context => context.Add(new Party { Name = "People", Kind = PartyKind.People }));
        await AssertRefusedAsync(database, context => context.Sources.Single().Role = "Spokesperson");
        await AssertRefusedAsync(database, context => context.Remove(context.Sources.Single()));
        await AssertRefusedAsync(database, context => context.Sources.Single().Aliases.Add(new SourceAlias { Ordinal = 0, Alias = "K" }));
        await AssertRefusedAsync(database, context => context.Remove(context.Changes.Single()));
        await AssertRefusedAsync(database, context => context.Counters.First().Value = 99);
    }

    [Fact]
    public async Task A_record_that_changes_without_being_named_to_the_log_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, Source("Known"));
        await using var context = database.Open();
        await using var ledger = await database.ChangeLog.BeginAsync(context, ChangeLog.Engine);
        (await context.Sources.SingleAsync()).Role = "Spokesperson";
        ledger.Add(Source("Another"));

        await Assert.ThrowsAsync<UnledgeredChangeException>(() => ledger.CommitAsync());
    }

    [Fact]
    public async Task A_change_that_fails_leaves_nothing_behind()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var context = database.Open())
        {
            await using var ledger = await database.ChangeLog.BeginAsync(context, ChangeLog.Engine);
            var source = ledger.Add(Source("Speaks for nobody there is"));
            source.AffiliationId = 4711;
            await Assert.ThrowsAsync<DbUpdateException>(() => ledger.CommitAsync());
        }

        await AddAsync(database, Source("Next"));

        await using var fresh = database.Open();
        Assert.Equal((1, 1), ((int)(await fresh.Sources.SingleAsync()).Id, (int)(await fresh.Changes.SingleAsync()).Position));
    }

    [Fact]
    public async Task An_earlier_state_is_kept_for_the_positions_it_was_in_force()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, new Source { Name = "Kirby", Kind = SourceKind.Person, Aliases = [new() { Ordinal = 0, Alias = "he" }] });
        await AddAsync(database, Source("Between"));
        await ChangeAsync(database, source => source.Role = "Spokesperson");
        await ChangeAsync(database, source =>
        {
            source.Role = "Admiral";
            source.Aliases.Add(new SourceAlias { Ordinal = 1, Alias = "John Kirby" });
        });

        await using var fresh = database.Open();
        var now = await fresh.Sources.Include(source => source.Aliases).SingleAsync(source => source.Id == 1);
        var earlier = await fresh.SourceRevisions.OrderBy(revision => revision.Revision).ToListAsync();
        Assert.Equal((3, 4L, "Admiral"), (now.Revision, now.Since, now.Role));
        Assert.Equal(["he", "John Kirby"], now.Aliases.OrderBy(alias => alias.Ordinal).Select(alias => alias.Alias));
        Assert.Equal(
            [(1, 1L, 3L, null), (2, 3L, 4L, "Spokesperson")],
            earlier.Select(revision => (revision.Revision, revision.Since, revision.Until, revision.Role)));
        Assert.All(earlier, revision => Assert.Equal(["he"], revision.Aliases));
        Assert.All(earlier, revision => Assert.Equal("kirby", revision.NameFolded));
    }

    [Fact]
    public async Task A_claims_earlier_state_keeps_its_claimants_in_order()
    {
        const string Text = "Ann and Ben said 3 died.";
        await using var database = await TestDatabase.CreateAsync();
        var ann = new Extraction.SourceReading("Ann", Extraction.SourceKind.Person);
        var ben = new Extraction.SourceReading("Ben", Extraction.SourceKind.Person);
        var reading = new HandReading(Text).Says(ann, Text, ben).Counts("3 died", new(null, "People", null, Extraction.PartyKind.People), 3).Reading;
        await using (var context = database.Open())
        {
            await new ArticleKeeper(context, database.Writes).KeepAsync(new Article(Text, "post"), reading, ChangeLog.Engine, default);
        }

        await using (var context = database.Open())
        {
            await using var ledger = await database.ChangeLog.BeginAsync(context, "key:7");
            var claim = await context.Claims.Include(known => known.Claimants).SingleAsync();
            ledger.Change(claim, ChangeKind.Corrected, "only Ben said so");
            (claim.Low, claim.High) = (4, null);
            claim.Claimants.Clear();
            claim.Claimants.Add(new ClaimClaimant { Ordinal = 0, SourceId = 2 });
            Assert.Equal(6, await ledger.CommitAsync());
        }

        await using var fresh = database.Open();
        var now = await fresh.Claims.Include(claim => claim.Claimants).SingleAsync();
        var before = await fresh.ClaimRevisions.SingleAsync();
        Assert.Equal((2, 6L, 4L, null), (now.Revision, now.Since, now.Low, now.High));
        Assert.Equal([2L], now.Claimants.Select(claimant => claimant.SourceId));
        Assert.Equal((1, 5L, 6L, 3L, "3 died"), (before.Revision, before.Since, before.Until, before.Low, before.Text));
        Assert.Equal([1L, 2L], before.ClaimantIds);
        Assert.Contains("""
            "claimantIds":[2],
            """.Trim(), System.Text.Encoding.UTF8.GetString((await fresh.Changes.SingleAsync(change => change.Position == 6)).Payload), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_documents_text_never_changes()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var context = database.Open())
        {
            await new ArticleKeeper(context, database.Writes).KeepAsync(new Article("Words.", "post"), Extraction.Reading.Empty, ChangeLog.Engine, default);
        }

        await using var again = database.Open();
        await using var ledger = await database.ChangeLog.BeginAsync(again, ChangeLog.Engine);
        var document = await again.Documents.Include(known => known.Text).SingleAsync();
        ledger.Change(document, ChangeKind.Corrected);
        again.Entry(document.Text!).Property(text => text.Text).CurrentValue = "Other words.";
        await Assert.ThrowsAsync<UnledgeredChangeException>(() => ledger.CommitAsync());
    }

    [Fact]
    public async Task A_clock_set_back_puts_no_change_before_the_one_it_follows()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, Source("First"));
        using var slow = new ChangeLog(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch));
        await AddAsync(database, Source("Second"), slow);

        await using var fresh = database.Open();
        var instants = await fresh.Changes.OrderBy(change => change.Position).Select(change => change.At).ToListAsync();
        Assert.Equal(instants[0], instants[1]);
    }

    private static Source Source(string name) => new() { Name = name, Kind = SourceKind.Organization };

    private static async Task AddAsync(TestDatabase database, Source source, ChangeLog? log = null)
    {
        await using var context = database.Open();
        await using var ledger = await (log ?? database.ChangeLog).BeginAsync(context, ChangeLog.Engine);
        ledger.Add(source);
        await ledger.CommitAsync();
    }

    private static async Task ChangeAsync(TestDatabase database, Action<Source> change)
    {
        await using var context = database.Open();
        await using var ledger = await database.ChangeLog.BeginAsync(context, "key:1");
        var source = await context.Sources.Include(known => known.Aliases).SingleAsync(known => known.Id == 1);
        ledger.Change(source, ChangeKind.Corrected, "a test");
        change(source);
        await ledger.CommitAsync();
    }

    private static async Task AssertRefusedAsync(TestDatabase database, Action<CasualtyApi.Store.CasualtyDbContext> change)
    {
        await using var context = database.Open();
        change(context);
        await Assert.ThrowsAsync<UnledgeredChangeException>(() => context.SaveChangesAsync());
        Assert.Throws<UnledgeredChangeException>(() => context.SaveChanges());
    }
}
