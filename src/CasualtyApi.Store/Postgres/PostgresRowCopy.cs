using CasualtyApi.Store.Ledger.Replay;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CasualtyApi.Store.Postgres;

/// <summary>Inserts rows by COPY. A connection copies into one table at a time, so they are gathered, and sent some thousands together.</summary>
internal sealed class PostgresRowCopy : RowWrite
{
    private const int MostRows = 4_000;
    private const long MostCharacters = 4 << 20;

    private readonly NpgsqlConnection connection;
    private readonly string copy;
    private readonly (IClrPropertyGetter Getter, Func<object?, object?>? Convert, Action<NpgsqlBinaryImporter, object> Send)[] cells;
    private readonly List<object?> gathered = [];
    private long characters;

    public PostgresRowCopy(PostgresCasualtyDbContext context, IEntityType entity)
    {
        connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var sql = context.GetService<ISqlGenerationHelper>();
        var columns = entity.GetProperties().ToList();
        copy = $"COPY {sql.DelimitIdentifier(entity.GetTableName()!)} ({string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.GetColumnName())))}) FROM STDIN (FORMAT BINARY)";
        cells = [.. columns.Select(column => (column.GetRelationalTypeMapping(), column.GetGetter()))
            .Select(cell => (cell.Item2, cell.Item1.Converter?.ConvertToProvider, SendingOf(cell.Item1)))];
    }

    public override void Write(object row)
    {
        foreach (var (getter, convert, _) in cells)
        {
            var value = getter.GetClrValue(row);
            if (value is not null && convert is not null) value = convert(value);
            gathered.Add(value);
            characters += value switch { string text => text.Length, byte[] bytes => bytes.Length, _ => 0 };
        }

        if (gathered.Count >= MostRows * cells.Length || characters >= MostCharacters) Flush();
    }

    public override void Flush()
    {
        if (gathered.Count == 0) return;
        using (var import = connection.BeginBinaryImport(copy))
        {
            for (var index = 0; index < gathered.Count; index++)
            {
                if (index % cells.Length == 0) import.StartRow();
                if (gathered[index] is { } value) cells[index % cells.Length].Send(import, value);
                else import.WriteNull();
            }

            import.Complete();
        }

        gathered.Clear();
        characters = 0;
    }

    /// <summary>Sent as what it is, a cell costs no look at how its type is written.</summary>
    private static Action<NpgsqlBinaryImporter, object> SendingOf(RelationalTypeMapping column)
    {
        var type = column.Converter?.ProviderClrType ?? column.ClrType;
        return (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var text when text == typeof(string) => static (import, cell) => import.Write((string)cell, NpgsqlDbType.Text),
            var number when number == typeof(long) => static (import, cell) => import.Write((long)cell, NpgsqlDbType.Bigint),
            var number when number == typeof(int) => static (import, cell) => import.Write((int)cell, NpgsqlDbType.Integer),
            var flag when flag == typeof(bool) => static (import, cell) => import.Write((bool)cell, NpgsqlDbType.Boolean),
            var bytes when bytes == typeof(byte[]) => static (import, cell) => import.Write((byte[])cell, NpgsqlDbType.Bytea),
            var day when day == typeof(DateOnly) => static (import, cell) => import.Write((DateOnly)cell, NpgsqlDbType.Date),
            _ => (import, cell) => import.Write(cell, column.StoreType),
        };
    }

    /// <remarks>What was gathered and not flushed is of a transaction that is given up.</remarks>
    public override void Dispose() => gathered.Clear();
}
