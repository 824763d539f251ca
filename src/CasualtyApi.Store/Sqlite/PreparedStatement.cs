using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>A statement that is prepared once for a connection and asked again and again; its text comes as the bytes SQLite holds.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _statement;

    public PreparedStatement(sqlite3 handle, string sql)
    {
        _handle = handle;
        Check(raw.sqlite3_prepare_v2(handle, sql, out _statement));
    }

    public void Ask(long id)
    {
        raw.sqlite3_reset(_statement);
        Check(raw.sqlite3_bind_int64(_statement, 1, id));
    }

    public void Ask(string words)
    {
        raw.sqlite3_reset(_statement);
        Check(raw.sqlite3_bind_text(_statement, 1, words));
    }

    public void Ask(ReadOnlySpan<byte> bytes)
    {
        raw.sqlite3_reset(_statement);
        Check(raw.sqlite3_bind_blob(_statement, 1, bytes));
    }

    public void Ask(string name, long value)
    {
        Ask(name);
        Check(raw.sqlite3_bind_int64(_statement, 2, value));
    }

    public void Ask(long id, params ReadOnlySpan<string> words)
    {
        Ask(id);
        for (var index = 0; index < words.Length; index++) Check(raw.sqlite3_bind_text(_statement, index + 2, words[index]));
    }

    /// <summary>Goes to the next row; beyond the last, the statement lets go of what it holds.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE) Check(result);
        return false;
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>Of no use from then on. A connection that is closed first lives on in SQLite until its last statement is disposed of.</summary>
    public void Dispose() => _statement.Dispose();

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public double Real(int column) => raw.sqlite3_column_double(_statement, column);

    /// <summary>UTF-8, until the next step.</summary>
    public ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(_statement, column);

    public string? Word(int column) => IsNull(column) ? null : System.Text.Encoding.UTF8.GetString(Text(column));

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) throw new Microsoft.Data.Sqlite.SqliteException(raw.sqlite3_errmsg(_handle).utf8_to_string(), result);
    }
}
