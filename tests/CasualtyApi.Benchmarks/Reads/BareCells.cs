using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CasualtyApi.Benchmarks.Reads;

/// <summary>By Microsoft.Data.Sqlite, which makes a string of each text.</summary>
internal readonly struct ProviderCells(SqliteDataReader reader) : IBareCells
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public long Number(int column) => reader.GetInt64(column);

    public string? Word(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public void Write(Utf8JsonWriter json, JsonEncodedText name, int column)
    {
        var type = reader.GetFieldType(column);
        if (type == typeof(long)) json.WriteNumber(name, reader.GetInt64(column));
        else if (type == typeof(double)) json.WriteNumber(name, reader.GetDouble(column));
        else json.WriteString(name, reader.GetString(column));
    }

    public void WriteRaw(Utf8JsonWriter json, int column) => json.WriteRawValue(reader.GetString(column), skipInputValidation: true);
}

/// <summary>By SQLitePCLRaw: the bytes as SQLite holds them.</summary>
internal readonly struct RawCells(sqlite3_stmt statement) : IBareCells
{
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public string? Word(int column) => IsNull(column) ? null : raw.sqlite3_column_text(statement, column).utf8_to_string();

    public void Write(Utf8JsonWriter json, JsonEncodedText name, int column)
    {
        switch (raw.sqlite3_column_type(statement, column))
        {
            case raw.SQLITE_INTEGER:
                json.WriteNumber(name, raw.sqlite3_column_int64(statement, column));
                break;
            case raw.SQLITE_FLOAT:
                json.WriteNumber(name, raw.sqlite3_column_double(statement, column));
                break;
            default:
                json.WriteString(name, raw.sqlite3_column_blob(statement, column));
                break;
        }
    }

    public void WriteRaw(Utf8JsonWriter json, int column) => json.WriteRawValue(raw.sqlite3_column_blob(statement, column), skipInputValidation: true);
}
