using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>
/// Writes rows of one table by one prepared command, made from the model: as much as raw commands write, without naming a column twice.
/// </summary>
internal abstract class RowWrite : IDisposable
{
    public abstract void Write(object row);

    /// <summary>What was written is there for whoever reads from here on. Until then it may wait for more.</summary>
    public virtual void Flush()
    {
    }

    public abstract void Dispose();

    /// <summary>Writes every column of the row with the same key.</summary>
    public static RowWrite Update(CasualtyDbContext context, IEntityType entity)
    {
        var columns = entity.GetProperties().ToList();
        return new Command(context, columns, sql =>
        {
            var cells = columns.Select((column, index) => (IsKey: column.IsPrimaryKey(), Is: $"{sql.DelimitIdentifier(column.GetColumnName())} = {Place(index)}")).ToLookup(cell => cell.IsKey, cell => cell.Is);
            return $"UPDATE {sql.DelimitIdentifier(entity.GetTableName()!)} SET {string.Join(", ", cells[false])} WHERE {string.Join(" AND ", cells[true])}";
        });
    }

    /// <summary>An insertion of all columns of a table, in the order of the model's properties.</summary>
    internal static string InsertOf(ISqlGenerationHelper sql, IEntityType entity)
    {
        var columns = entity.GetProperties().Select(column => sql.DelimitIdentifier(column.GetColumnName())).ToList();
        return $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!)} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, index) => Place(index)))})";
    }

    private static string Place(int index) => $"@p{index}";

    private sealed class Command : RowWrite
    {
        private readonly DbCommand command;
        private readonly (IProperty Property, RelationalTypeMapping Mapping, DbParameter Parameter)[] cells;

        public Command(CasualtyDbContext context, List<IProperty> columns, Func<ISqlGenerationHelper, string> sql)
        {
            command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            cells = [.. columns.Select((property, index) =>
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = Place(index);
                command.Parameters.Add(parameter);
                return (property, property.GetRelationalTypeMapping(), parameter);
            })];
            command.CommandText = sql(context.GetService<ISqlGenerationHelper>());
        }

        public override void Write(object row)
        {
            foreach (var (property, mapping, parameter) in cells)
            {
                var value = property.GetGetter().GetClrValue(row);
                parameter.Value = (value is not null && mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }

        public override void Dispose() => command.Dispose();
    }
}
