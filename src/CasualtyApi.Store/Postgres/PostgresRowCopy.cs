using CasualtyApi.Store.Ledger.Replay;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>Inserts rows by COPY. A connection copies into one table at a time, so they are gathered, and sent some thousands together.</summary>
internal sealed class PostgresRowCopy : RowWrite
{
    private const int MostRows = 4_000;
    private const long MostCharacters = 4 << 20;

    private readonly NpgsqlConnection connection;
    private readonly string copy;
    private readonly (IClrPropertyGetter Getter, Func<object?, object?>? Convert, string Type)[] cells;
    private readonly List<object?> gathered = [];
    private long characters;

    public PostgresRowCopy(PostgresCasualtyDbContext context, IEntityType entity)
    {
        connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var sql = context.GetService<ISqlGenerationHelper>();
        var columns = entity.GetProperties().ToList();
        copy = $"COPY {sql.DelimitIdentifier(entity.GetTableName()!)} ({string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.GetColumnName())))}) FROM STDIN (FORMAT BINARY)";
        cells = [.. columns.Select(column => (column.GetRelationalTypeMapping(), column.GetGetter()))
            .Select(cell => (cell.Item2, cell.Item1.Converter?.ConvertToProvider, cell.Item1.StoreType))];
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
                if (gathered[index] is { } value) import.Write(value, cells[index % cells.Length].Type);
                else import.WriteNull();
            }

            import.Complete();
        }

        gathered.Clear();
        characters = 0;
    }

    /// <remarks>What was gathered and not flushed is of a transaction that is given up.</remarks>
    public override void Dispose() => gathered.Clear();
}
