using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests;

/// <summary>What a server numbers and hands out otherwise than SQLite does.</summary>
public sealed class PostgresFullTextTests
{
    [Fact]
    public async Task A_word_beyond_those_a_server_numbers_is_found_but_in_no_phrase()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.Open();
        await context.Database.OpenConnectionAsync();
        var index = context.FullText;
        await index.WriteAsync([(RecordKind.Statement, [new(1, string.Join(' ', Enumerable.Range(1, 20_000).Select(number => $"w{number}")), "doctor", "7")])], default);

        Assert.Equal([1L], await HitsAsync("w3"));
        Assert.Equal([1L], await HitsAsync("w3", "w4"));
        Assert.Equal([1L], await HitsAsync("w19999"));
        Assert.Empty(await HitsAsync("w16381", "w16382"));
        Assert.Empty(await HitsAsync("w16382", "w16383"));
        Assert.Equal([1L], await index.Hits(RecordKind.Statement, index.Match([(["doctor"], [])])).ToListAsync());

        Task<List<long>> HitsAsync(params string[] phrase) => index.Hits(RecordKind.Statement, index.MatchWords(phrase)).ToListAsync();
    }

    [Fact]
    public async Task The_newest_hits_come_a_stretch_at_a_time_and_each_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.Open();
        await context.Database.OpenConnectionAsync();
        var index = context.FullText;
        var states = Enumerable.Range(1, 16_000).Select(state => (long)state).ToList();
        await index.WriteAsync([(RecordKind.Claim, states.ConvertAll(state => new SearchRow(state, state % 2 == 0 ? "even" : "odd", "", "")))], default);

        Assert.Equal(states.Where(state => state % 2 == 0).Reverse(), index.Newest(RecordKind.Claim, index.MatchWords(["even"])));
        Assert.Equal([16_000L, 15_998L], index.Newest(RecordKind.Claim, index.MatchWords(["even"])).Take(2));
        Assert.Empty(index.Newest(RecordKind.Claim, index.MatchWords(["neither"])));
    }
}
