using CasualtyApi.Store.Ledger.Replay;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>Inserts rows by COPY. A connection copies into one table at a time, so they are gathered, and sent some thousands together while others are gathered.</summary>
internal sealed class PostgresRowCopy : RowWrite
{
    private const int MostRows = 4_000;
    private const long MostCharacters = 4 << 20;

    private readonly NpgsqlConnection connection;
    private readonly string copy;
    private readonly (IClrPropertyGetter Getter, Func<object?, object?>? Convert, string Type)[] cells;
    private readonly CopyLine line;
    private List<object?> gathered = [];
    private long characters;

    public PostgresRowCopy(PostgresCasualtyDbContext context, IEntityType entity, CopyLine line)
    {
        this.line = line;
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

        if (gathered.Count >= MostRows * cells.Length || characters >= MostCharacters) Send();
    }

    public override void Flush()
    {
        if (gathered.Count > 0) Send();
        line.Wait();
    }

    /// <remarks>What was gathered and not flushed is of a transaction that is given up; whatever ended that has been told.</remarks>
    public override void Dispose()
    {
        gathered.Clear();
        try
        {
            line.Wait();
        }
        catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException)
        {
        }
    }

    private void Send()
    {
        var rows = gathered;
        line.Begin(() => Copy(rows));
        gathered = new(rows.Count);
        characters = 0;
    }

    private void Copy(List<object?> rows)
    {
        using var import = connection.BeginBinaryImport(copy);
        for (var index = 0; index < rows.Count; index++)
        {
            if (index % cells.Length == 0) import.StartRow();
            if (rows[index] is { } value) import.Write(value, cells[index % cells.Length].Type);
            else import.WriteNull();
        }

        import.Complete();
    }
}
