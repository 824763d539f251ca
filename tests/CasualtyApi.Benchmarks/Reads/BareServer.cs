using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace CasualtyApi.Benchmarks.Reads;

/// <summary>The bare limits, on the same Kestrel and the same file: nothing but what the answer itself costs.</summary>
internal static class BareServer
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async Task<WebApplication> StartAsync(string database, string address, byte[] constant)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        var pool = new ConcurrentBag<SqliteCommand>();
        app.MapGet("/constant", http => SendAsync(http, constant));
        app.MapGet("/empty", http =>
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        });
        app.MapGet("/page", http => PageAsync(http, pool, database));
        app.MapGet("/lines", http => LinesAsync(http, database));
        app.MapGet("/table", http => TableAsync(http, database));
        await app.StartAsync();
        return app;
    }

    private static Task SendAsync(HttpContext http, ReadOnlyMemory<byte> bytes)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes).AsTask();
    }

    private static async Task PageAsync(HttpContext http, ConcurrentBag<SqliteCommand> pool, string database)
    {
        if (!pool.TryTake(out var command)) command = Prepared(database);
        command.Parameters[0].Value = long.Parse(http.Request.Query["party"]!, System.Globalization.CultureInfo.InvariantCulture);
        command.Parameters[1].Value = http.Request.Query["category"].ToString();
        var bytes = new ArrayBufferWriter<byte>(64 << 10);
        await using (var json = new Utf8JsonWriter(bytes, Written))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            while (await reader.ReadAsync()) BareClaims.Write(json, new ProviderCells(reader));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        pool.Add(command);
        await SendAsync(http, bytes.WrittenMemory);
    }

    private static SqliteCommand Prepared(string database)
    {
        var connection = Open(database);
        var command = connection.CreateCommand();
        command.CommandText = BareClaims.Page;
        command.Parameters.AddWithValue("?1", 0L);
        command.Parameters.AddWithValue("?2", "");
        command.Prepare();
        return command;
    }

    private static async Task LinesAsync(HttpContext http, string database)
    {
        await using var connection = Open(database);
        if (raw.sqlite3_prepare_v2(connection.Handle, BareClaims.Everything, out var statement) != raw.SQLITE_OK) throw new InvalidOperationException(BareClaims.Everything);
        using (statement)
        {
            var bytes = new ArrayBufferWriter<byte>(128 << 10);
            await using var json = new Utf8JsonWriter(bytes, Written);
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                BareClaims.Write(json, new RawCells(statement));
                json.Flush();
                json.Reset();
                bytes.Write("\n"u8);
                if (bytes.WrittenCount < 64 << 10) continue;
                await http.Response.Body.WriteAsync(bytes.WrittenMemory);
                bytes.ResetWrittenCount();
            }

            await http.Response.Body.WriteAsync(bytes.WrittenMemory);
        }
    }

    /// <summary>Fields without a thought for formulas: a quotation mark is doubled where there is one, and all else copied.</summary>
    private static async Task TableAsync(HttpContext http, string database)
    {
        await using var connection = Open(database);
        if (raw.sqlite3_prepare_v2(connection.Handle, BareClaims.Table, out var statement) != raw.SQLITE_OK) throw new InvalidOperationException(BareClaims.Table);
        using (statement)
        {
            var bytes = new ArrayBufferWriter<byte>(128 << 10);
            var columns = raw.sqlite3_column_count(statement);
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                for (var column = 0; column < columns; column++) BareClaims.WriteField(bytes, statement, column);
                bytes.Write("\r\n"u8);
                if (bytes.WrittenCount < 64 << 10) continue;
                await http.Response.Body.WriteAsync(bytes.WrittenMemory);
                bytes.ResetWrittenCount();
            }

            await http.Response.Body.WriteAsync(bytes.WrittenMemory);
        }
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        return connection;
    }
}
