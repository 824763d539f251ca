using System.Globalization;
using CasualtyApi.Store.Ledger.Replay;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>Inserts rows by a statement of SQLite's own, its cells bound without parameters between: about twice as fast as by commands.</summary>
internal sealed class SqliteRowInsert : RowWrite
{
    private readonly sqlite3_stmt statement;

    /// <summary>Cells stay bound from row to row, and many are null in most.</summary>
    private readonly bool[] isNull;
    private readonly (IClrPropertyGetter Getter, Func<object?, object?>? Convert)[] cells;

    public SqliteRowInsert(SqliteCasualtyDbContext context, IEntityType entity)
    {
        var handle = ((SqliteConnection)context.Database.GetDbConnection()).Handle!;
        cells = [.. entity.GetProperties().Select(column => (column.GetGetter(), column.GetRelationalTypeMapping().Converter?.ConvertToProvider))];
        isNull = [.. cells.Select(_ => true)];
        Check(handle, raw.sqlite3_prepare_v2(handle, InsertOf(context.GetService<ISqlGenerationHelper>(), entity), out statement), raw.SQLITE_OK);
    }

    public override void Write(object row)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            var (getter, convert) = cells[index];
            var value = getter.GetClrValue(row);
            if (value is null && isNull[index]) continue;
            isNull[index] = value is null;
            Bind(index + 1, value is not null && convert is not null ? convert(value) : value);
        }

        var handle = raw.sqlite3_db_handle(statement);
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        Check(handle, result, raw.SQLITE_DONE);
    }

    public override void Dispose() => statement.Dispose();

    private static string InsertOf(ISqlGenerationHelper sql, IEntityType entity)
    {
        var columns = entity.GetProperties().Select(column => sql.DelimitIdentifier(column.GetColumnName())).ToList();
        return $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!)} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, index) => $"?{index + 1}"))})";
    }

    private void Bind(int index, object? value) => _ = value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, index, number),
        string text => raw.sqlite3_bind_text(statement, index, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        DateOnly day => raw.sqlite3_bind_text(statement, index, day.ToString("O", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A column of {value.GetType().Name}."),
    };

    private static void Check(sqlite3 handle, int result, int expected)
    {
        if (result != expected) SqliteException.ThrowExceptionForRC(result, handle);
    }
}
