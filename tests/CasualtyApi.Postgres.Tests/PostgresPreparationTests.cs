using System.Xml.Linq;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Keys;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Audit;
using CasualtyApi.Store.Postgres;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using CasualtyApi.Tests.Store.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CasualtyApi.Tests;

public sealed class PostgresPreparationTests
{
    [Fact]
    public async Task The_migrations_make_the_model()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.Open();
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Several_that_start_at_once_on_an_empty_database_migrate_once_and_are_all_ready()
    {
        await using var database = TestDatabase.Missing();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(database.PrepareAsync)));

        await using var context = database.Open();
        Assert.Equal(context.Database.GetMigrations(), await context.Database.GetAppliedMigrationsAsync());
        Assert.Equal(0L, await database.SqlAsync("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"));
    }

    [Fact]
    public async Task Who_may_not_migrate_waits_for_who_does()
    {
        await using var database = TestDatabase.Missing();
        await using var replica = database.Open();
        var waiting = replica.PrepareMigratedAsync(TimeProvider.System);
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        Assert.False(waiting.IsCompleted);
        Assert.Equal(0L, await database.SqlAsync("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"));

        await database.PrepareAsync();

        await waiting;
    }

    [Fact]
    public async Task Who_waits_for_a_schema_in_vain_is_told_the_command_that_makes_it()
    {
        await using var database = TestDatabase.Missing();
        await using var replica = database.Open();
        var waiting = replica.PrepareMigratedAsync(database.Clock);
        while (!waiting.IsCompleted)
        {
            database.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => waiting);
        Assert.Contains("run the command 'migrate' of this version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_owns_no_table_can_serve_a_schema_that_is_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        var role = "reader_" + Path.GetRandomFileName().Replace('.', '_');
        await database.SqlAsync($"CREATE ROLE {role} LOGIN PASSWORD 'secret'; GRANT USAGE ON SCHEMA public, as_of TO {role}; "
            + $"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}; GRANT SELECT ON ALL TABLES IN SCHEMA as_of TO {role}");
        try
        {
            await using var replica = database.Open($"Username={role};Password=secret");
            await replica.PrepareMigratedAsync(TimeProvider.System);
            await using var ledger = await database.ChangeLog.BeginAsync(replica, ChangeLog.Engine);
            ledger.Add(new Source { Name = "Granted", Kind = SourceKind.Organization });
            Assert.Equal(1, await ledger.CommitAsync());
        }
        finally
        {
            await database.SqlAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    [Fact]
    public async Task Another_programs_database_and_a_later_versions_are_refused()
    {
        await using var foreign = TestDatabase.Missing();
        await foreign.SqlAsync("CREATE TABLE invoices (id integer)");
        Assert.Contains("another program's", (await Assert.ThrowsAsync<StoreRefusedException>(foreign.PrepareAsync)).Message, StringComparison.Ordinal);

        await using var later = await TestDatabase.CreateAsync();
        await later.SqlAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99')");
        Assert.Contains("a later version", (await Assert.ThrowsAsync<StoreRefusedException>(later.PrepareAsync)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/casualty.db")]
    [InlineData("Host=db.example;Pasword=secret")]
    [InlineData("Host=db.example;Password=secret")]
    public void A_connection_string_that_names_no_database_is_refused_without_repeating_it(string given)
    {
        var refusal = Assert.Throws<StoreRefusedException>(() => PostgresStore.Open(given));
        Assert.Contains("Database__ConnectionString must name", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_positions_that_another_process_holds_for_too_long_says_busy()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = new NpgsqlConnection(database.ConnectionString);
        await other.OpenAsync();
        await using (var transaction = await other.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand("UPDATE counters SET value = value", other, transaction);
            await hold.ExecuteNonQueryAsync();
            await using var context = database.Open();
            var busy = await Record.ExceptionAsync(() => database.ChangeLog.BeginAsync(context, ChangeLog.Engine));
            Assert.Equal(StoreTrouble.Busy, context.TroubleIn(busy!));
        }

        await using var after = database.Open();
        await using var ledger = await database.ChangeLog.BeginAsync(after, ChangeLog.Engine);
        ledger.Add(new Source { Name = "After", Kind = SourceKind.Organization });
        Assert.Equal(1, await ledger.CommitAsync());
    }

    [Fact]
    public async Task A_connection_that_is_cut_in_mid_change_is_told_as_that_and_the_next_change_is_made()
    {
        await using var database = await TestDatabase.CreateAsync();
        var cut = await Record.ExceptionAsync(() => database.Writes.WriteAsync("key:1", async (_, ledger, stop) =>
        {
            await database.SqlAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            ledger.Add(new Source { Name = "Cut", Kind = SourceKind.Organization });
            return await ledger.SaveAsync(stop);
        }, default));

        await using var context = database.Open();
        Assert.Equal(StoreTrouble.Unreachable, context.TroubleIn(cut!));
        Assert.Equal(1, await database.Writes.WriteAsync("key:1", (_, ledger, stop) =>
        {
            ledger.Add(new Source { Name = "Next", Kind = SourceKind.Organization });
            return ledger.SaveAsync(stop);
        }, default));
    }

    [Fact]
    public async Task Of_several_hosts_the_one_that_is_meant_is_asked_and_none_is_unreachable()
    {
        await using var database = await TestDatabase.CreateAsync();
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var several = $"Host={server.Host}:1,{server.Host}:{server.Port};Target Session Attributes";
        await using var primary = database.Open($"{several}=primary");
        Assert.Equal(0, await primary.Changes.CountAsync());
        using var position = PostgresStore.Position($"{database.ConnectionString};{several}=primary");
        Assert.Equal(0, await position.ReadAsync(default));

        await using var standby = database.Open($"{several}=standby");
        for (var time = 0; time < 2; time++)
        {
            var none = await Record.ExceptionAsync(() => standby.Changes.CountAsync());
            Assert.Equal(StoreTrouble.Unreachable, standby.TroubleIn(none!));
        }
    }

    [Fact]
    public async Task A_database_that_takes_no_changes_says_so_and_is_read()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var replica = database.Open("Options=-c default_transaction_read_only=on");
        var refused = await Record.ExceptionAsync(() => database.ChangeLog.BeginAsync(replica, ChangeLog.Engine));

        Assert.Equal(StoreTrouble.ReadOnly, replica.TroubleIn(refused!));
        Assert.Equal(0, await replica.Changes.CountAsync());
        Assert.Null(await replica.BehindAsync());
    }

    [Fact]
    public async Task A_key_of_forms_that_a_database_does_not_take_is_the_processes_own()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var services = new ServiceCollection().AddScoped(_ => database.Open("Options=-c default_transaction_read_only=on")).BuildServiceProvider();
        var keys = new FormKeys(services.GetRequiredService<IServiceScopeFactory>());

        keys.StoreElement(new XElement("key"), "key-1");
        Assert.Equal("key", Assert.Single(keys.GetAllElements()).Name.LocalName);
        await using var context = database.Open();
        Assert.Empty(await context.FormKeys.ToListAsync());
    }

    [Fact]
    public async Task Writers_of_several_processes_keep_one_order_without_gaps()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(process => Task.Run(async () =>
        {
            using var log = new ChangeLog(TimeProvider.System);
            for (var number = 0; number < 20; number++)
            {
                await using var context = database.Open();
                await using var ledger = await log.BeginAsync(context, ChangeLog.Engine);
                ledger.Add(new Source { Name = $"{process}-{number}", Kind = SourceKind.Organization });
                await ledger.CommitAsync();
            }
        })));

        await using var reader = database.Open();
        var positions = await reader.Changes.OrderBy(change => change.Position).Select(change => change.Position).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 60).Select(position => (long)position), positions);
    }

    [Fact]
    public async Task A_name_too_long_for_a_page_of_an_index_is_kept_and_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        var name = string.Concat(Enumerable.Range(0, 9_000).Select(number => char.ConvertFromUtf32(0x4E00 + (number * 7919 % 20_000))));
        await using (var context = database.Open())
        await using (var ledger = await database.ChangeLog.BeginAsync(context, ChangeLog.Engine))
        {
            ledger.Add(new Source { Name = name, Kind = SourceKind.Organization }).Aliases.Add(new SourceAlias { Ordinal = 0, Alias = name + "!" });
            await ledger.CommitAsync();
        }

        await using var reader = database.Open();
        var folded = Folding.Fold(name);
        Assert.Equal(1, await reader.Sources.Where(source => source.NameFolded == folded).Select(source => source.Id).SingleAsync());
    }

    [Fact]
    public async Task Of_several_that_find_no_key_one_makes_the_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        var secrets = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var context = database.Open();
            return await new KeyRing(context, TimeProvider.System).IssueFirstAsync(null);
        })));

        await using var reader = database.Open();
        Assert.Equal((1, 1), (secrets.Count(secret => secret is not null), await reader.ApiKeys.CountAsync()));
    }

    [Fact]
    public async Task What_the_service_wrote_is_as_its_ledger_says()
    {
        await using var database = await Chronicle.CreateAsync();
        await using var context = database.Open();
        var findings = new List<string>();
        await foreach (var finding in new DatabaseAudit(context).RunAsync()) findings.Add(finding.ToString());
        Assert.Empty(findings);
    }
}
