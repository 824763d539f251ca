using System.Net.Sockets;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>What an exception of PostgreSQL or of the way to it means: by its SQLSTATE, never by its words.</summary>
internal static class PostgresTrouble
{
    private const string ConnectionClass = "08";
    private const string AuthorizationClass = "28";

    public static StoreTrouble? In(Exception exception) => exception switch
    {
        StoreBusyException => StoreTrouble.Busy,
        PostgresException told => Of(told.SqlState),

        // The pool is exhausted, or the server did not answer in time: what is inside tells no more.
        NpgsqlException { InnerException: TimeoutException or SocketException or IOException } => StoreTrouble.Unreachable,
        NpgsqlException { IsTransient: true } => StoreTrouble.Unreachable,

        // None of several hosts is what is asked for; none was asked, because it is known.
        NpgsqlException { InnerException: null } none when none.GetType() == typeof(NpgsqlException) => StoreTrouble.Unreachable,
        _ => exception.InnerException is { } inner ? In(inner) : null,
    };

    /// <summary>The server is not there yet, or still reads its log.</summary>
    public static bool IsStarting(Exception exception) => exception switch
    {
        PostgresException told => told.SqlState == PostgresErrorCodes.CannotConnectNow,
        NpgsqlException { InnerException: TimeoutException or SocketException or IOException } => true,
        _ => exception.InnerException is { } inner && IsStarting(inner),
    };

    private static StoreTrouble? Of(string state) => state switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.QueryCanceled => StoreTrouble.Busy,
        PostgresErrorCodes.DiskFull => StoreTrouble.Full,
        PostgresErrorCodes.ReadOnlySqlTransaction => StoreTrouble.ReadOnly,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StoreTrouble.Damaged,
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.DatabaseDropped or PostgresErrorCodes.InvalidCatalogName => StoreTrouble.Unreachable,
        _ when state.StartsWith(ConnectionClass, StringComparison.Ordinal) || state.StartsWith(AuthorizationClass, StringComparison.Ordinal) => StoreTrouble.Unreachable,
        _ => null,
    };
}
