using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>Writes entities of one type as rows, by the model's own columns and spellings, at the speed of a prepared statement.</summary>
internal sealed class RowWriter : IDisposable
{
    private readonly sqlite3_stmt _statement;
    private readonly Cell[] _cells;

    /// <param name="handle">The open database.</param>
    /// <param name="table">The type whose table is written.</param>
    /// <param name="source">The type of the entities, where it is another: a record whose state becomes a revision.</param>
    public RowWriter(sqlite3 handle, IEntityType table, IEntityType? source = null)
    {
        var columns = table.GetProperties().ToList();
        _cells = [.. columns.Select(column => new Cell(
            (source ?? table).FindProperty(column.Name)?.GetGetter(), column.Name, column.GetTypeMapping().Converter?.ConvertToProvider))];
        var sql = $"INSERT OR REPLACE INTO \"{table.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(handle, sql, out _statement), sql);
    }

    /// <param name="entity">The row.</param>
    /// <param name="others">The values of columns that the entity itself has not.</param>
    public void Write(object entity, params ReadOnlySpan<(string Property, object Value)> others)
    {
        for (var index = 0; index < _cells.Length; index++)
        {
            var cell = _cells[index];
            var value = cell.Getter?.GetClrValue(entity) ?? Other(cell.Property, others);
            Bind(index + 1, value is not null && cell.Convert is { } convert ? convert(value) : value);
        }

        if (raw.sqlite3_step(_statement) != raw.SQLITE_DONE) throw new InvalidOperationException(raw.sqlite3_errmsg(raw.sqlite3_db_handle(_statement)).utf8_to_string());
        raw.sqlite3_reset(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private static object? Other(string property, ReadOnlySpan<(string Property, object Value)> others)
    {
        foreach (var other in others)
        {
            if (other.Property == property) return other.Value;
        }

        return null;
    }

    private void Bind(int index, object? value)
    {
        _ = value switch
        {
            null => raw.sqlite3_bind_null(_statement, index),
            long number => raw.sqlite3_bind_int64(_statement, index, number),
            int number => raw.sqlite3_bind_int64(_statement, index, number),
            double number => raw.sqlite3_bind_double(_statement, index, number),
            string text => raw.sqlite3_bind_text(_statement, index, text),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
            DateOnly day => raw.sqlite3_bind_text(_statement, index, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => throw new NotSupportedException($"A column of {value.GetType().Name}."),
        };
    }

    private static void Check(int result, string sql)
    {
        if (result != raw.SQLITE_OK) throw new InvalidOperationException($"SQLite answers {result} to {sql}");
    }

    private sealed record Cell(IClrPropertyGetter? Getter, string Property, Func<object?, object?>? Convert);
}
