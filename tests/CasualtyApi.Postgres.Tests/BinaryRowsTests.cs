using CasualtyApi.Store.Postgres;
using Npgsql;

namespace CasualtyApi.Tests;

/// <summary>What is sent by COPY is read again as it was, every kind of cell at its ends.</summary>
public sealed class BinaryRowsTests
{
    private static readonly List<object?[]> Rows =
    [
        ["", 0L, 0, false, 0.0, Array.Empty<byte>(), new DateOnly(2000, 1, 1), Array.Empty<string>(), Array.Empty<long>()],
        ["ruïne \U0001F54A \n\\N", long.MinValue, int.MinValue, true, -0.0, new byte[] { 0, 255 }, new DateOnly(1, 1, 1), new[] { "", "Курск" }, new[] { long.MaxValue }],
        [new string('x', 70_000), long.MaxValue, int.MaxValue, true, double.Epsilon, new byte[300_000], new DateOnly(9999, 12, 31), new[] { new string('y', 70_000) }, new long[5_000]],
        [null, null, null, null, null, null, null, null, null],
    ];

    [Fact]
    public async Task Cells_come_back_as_they_went()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using (var table = new NpgsqlCommand("CREATE TEMP TABLE cells (a text, b bigint, c integer, d boolean, e double precision, f bytea, g date, h text[], i bigint[])", connection))
        {
            await table.ExecuteNonQueryAsync();
        }

        var rows = new BinaryRows();
        for (var time = 0; time < 2; time++)
        {
            foreach (var row in Rows)
            {
                rows.Begin(row.Length);
                foreach (var cell in row) rows.Add(cell);
            }

            await using var copy = await connection.BeginRawBinaryCopyAsync("COPY cells FROM STDIN (FORMAT BINARY)");
            rows.SendTo(copy);
            Assert.Equal(0, rows.Bytes);
        }

        await using var select = new NpgsqlCommand("SELECT * FROM cells", connection);
        await using var reader = await select.ExecuteReaderAsync();
        foreach (var row in Rows.Concat(Rows))
        {
            Assert.True(await reader.ReadAsync());
            for (var cell = 0; cell < row.Length; cell++) Assert.Equal(row[cell], await reader.IsDBNullAsync(cell) ? null : Read(reader, cell, row[cell]!));
        }

        Assert.False(await reader.ReadAsync());
    }

    [Fact]
    public void What_no_column_of_the_model_is_of_is_refused() => Assert.Throws<NotSupportedException>(() => new BinaryRows().Add(Guid.Empty));

    private static object Read(NpgsqlDataReader reader, int cell, object like) =>
        like is DateOnly ? reader.GetFieldValue<DateOnly>(cell) : reader.GetValue(cell);
}
