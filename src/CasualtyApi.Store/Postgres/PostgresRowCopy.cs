using CasualtyApi.Store.Ledger.Replay;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>Inserts rows by COPY. A connection copies into one table at a time, so they are gathered, and sent a megabyte at a time.</summary>
internal sealed class PostgresRowCopy : RowWrite
{
    private const int MostBytes = 1 << 20;

    private readonly NpgsqlConnection connection;
    private readonly string copy;
    private readonly (IClrPropertyGetter Getter, Func<object?, object?>? Convert)[] cells;
    private readonly BinaryRows gathered = new();

    public PostgresRowCopy(PostgresCasualtyDbContext context, IEntityType entity)
    {
        connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var sql = context.GetService<ISqlGenerationHelper>();
        var columns = entity.GetProperties().ToList();
        copy = $"COPY {sql.DelimitIdentifier(entity.GetTableName()!)} ({string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.GetColumnName())))}) FROM STDIN (FORMAT BINARY)";
        cells = [.. columns.Select(column => (column.GetGetter(), column.GetRelationalTypeMapping().Converter?.ConvertToProvider))];
    }

    public override void Write(object row)
    {
        gathered.Begin(cells.Length);
        foreach (var (getter, convert) in cells)
        {
            var value = getter.GetClrValue(row);
            gathered.Add(value is not null && convert is not null ? convert(value) : value);
        }

        if (gathered.Bytes >= MostBytes) Flush();
    }

    public override void Flush()
    {
        if (gathered.Bytes == 0) return;
        using var sent = connection.BeginRawBinaryCopy(copy);
        gathered.SendTo(sent);
    }

    /// <remarks>What was gathered and not flushed is of a transaction that is given up.</remarks>
    public override void Dispose() => gathered.Clear();
}
