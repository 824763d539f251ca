using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>
/// Inserts rows of one table by one prepared command, made from the model: as much as raw commands write, without naming a column twice.
/// </summary>
internal sealed class RowInsert : IDisposable
{
    private readonly DbCommand command;
    private readonly (IProperty Property, RelationalTypeMapping Mapping, DbParameter Parameter)[] cells;

    public RowInsert(CasualtyDbContext context, IEntityType entity)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        cells = [.. entity.GetProperties().Select((property, index) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
            return (property, property.GetRelationalTypeMapping(), parameter);
        })];
        var columns = string.Join(", ", cells.Select(cell => sql.DelimitIdentifier(cell.Property.GetColumnName())));
        var values = string.Join(", ", cells.Select(cell => cell.Parameter.ParameterName));
#pragma warning disable CA2100 // Names of the model, and nothing from outside.
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!)} ({columns}) VALUES ({values})";
#pragma warning restore CA2100
    }

    public void Write(object row)
    {
        foreach (var (property, mapping, parameter) in cells)
        {
            var value = property.GetGetter().GetClrValue(row);
            parameter.Value = (value is not null && mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) switch
            {
                null => DBNull.Value,
                DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                var known => known,
            };
        }

        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
