using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CasualtyApi.Store;

/// <summary>What the store measures of itself.</summary>
public static class StoreMeter
{
    /// <summary>The meter's name, for who listens.</summary>
    public const string Name = "CasualtyApi.Store";

    internal static readonly Meter Meter = new(Name);
}

/// <summary>
/// Measures each command that EF sends to the database, in seconds, by the name that OpenTelemetry's conventions give it. What reads
/// past EF (claims written from cells, the position of a kept answer, the row of a key) is not in it, nor is what a change adds.
/// </summary>
internal sealed class CommandTiming : DbCommandInterceptor
{
    public static readonly CommandTiming Instance = new();

    private static readonly Histogram<double> Duration = StoreMeter.Meter.CreateHistogram<double>(
        "db.client.operation.duration", "s", "How long commands to the database take.");

    private CommandTiming()
    {
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) =>
        Measured(eventData, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        new(Measured(eventData, result));

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Measured(eventData, result);

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(Measured(eventData, result));

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) => Measured(eventData, result);

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) =>
        new(Measured(eventData, result));

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) =>
        Duration.Record(eventData.Duration.TotalSeconds, new KeyValuePair<string, object?>("error.type", eventData.Exception.GetType().Name));

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }

    private static T Measured<T>(CommandExecutedEventData eventData, T result)
    {
        Duration.Record(eventData.Duration.TotalSeconds);
        return result;
    }
}
