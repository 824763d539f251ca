namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// SQLite 3.7.0 to 3.51.2 can corrupt a database when its write-ahead log is reset (https://sqlite.org/wal.html,
/// "WAL-reset bug"): a service that promises durability does not run on them.
/// </summary>
internal static class SqliteVersion
{
    private static readonly Version FirstAffected = new(3, 7, 0);
    private static readonly Version FirstSound = new(3, 51, 3);

    /// <exception cref="StoreRefusedException">The version is affected.</exception>
    public static void RefuseUnsound(string version)
    {
        var number = Version.Parse(version);
        if (number >= FirstAffected && number < FirstSound)
        {
            throw new StoreRefusedException($"SQLite {version} can corrupt its write-ahead log; {FirstSound} or later is needed.");
        }
    }
}
