using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// The head of SQLite's index of its write-ahead log, in memory that all processes share which have the database open. No commit is over before it is
/// written anew, with a count of the commits and a checksum of the log in it; while its bytes stand still, so does the database. They are compared, and
/// not understood (https://sqlite.org/walformat.html, "The WAL-Index File Format"). SQLite itself learns from them whether what it keeps of the file is
/// still true; it takes a lock first, for it goes on to read, and two calls of the system for that lock are most of what asking it costs.
/// </summary>
internal sealed unsafe class WalIndex : IDisposable
{
    /// <summary>SQLITE_FCNTL_FILE_POINTER.</summary>
    private const int FilePointer = 7;

    /// <summary>Where a file's methods have the one that maps shared memory, from their second version on; the version stands first.</summary>
    private const int ShmMap = 13;

    /// <summary>The length of each stretch of the index, in bytes.</summary>
    private const int Stretch = 32_768;

    private readonly SqliteConnection connection;
    private readonly sqlite3 handle;
    private readonly Head* head;

    private WalIndex(SqliteConnection connection, Head* head)
    {
        (this.connection, handle) = (connection, connection.Handle!);
        this.head = head;
    }

    /// <summary>Null where the database keeps no such log, or cannot be opened just now.</summary>
    public static WalIndex? Open(string connectionString)
    {
        // Of the pool's, it would stay open in there when it is let go of.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode";
            var head = command.ExecuteScalar() is "wal" ? Map(connection.Handle!.DangerousGetHandle()) : null;
            if (head is not null) return new(connection, head);
        }
        catch (SqliteException)
        {
            // Who answers at length says what is the matter.
        }

        connection.Dispose();
        return null;
    }

    /// <summary>As it stands; null once it is let go of.</summary>
    public Head? TryRead()
    {
        var isHeld = false;
        try
        {
            handle.DangerousAddRef(ref isHeld);
            Thread.MemoryBarrier();
            return *head;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
        finally
        {
            if (isHeld) handle.DangerousRelease();
        }
    }

    /// <summary>Whoever reads just then still may.</summary>
    public void Dispose() => connection.Dispose();

    private static Head* Map(nint database)
    {
        void* file;
        fixed (byte* main = "main\0"u8)
        {
            if (FileControl(database, main, FilePointer, &file) != raw.SQLITE_OK || file == null) return null;
        }

        var methods = *(void***)file;
        void* mapped = null;
        return *(int*)methods >= 2 && ((delegate* unmanaged[Cdecl]<void*, int, int, int, void**, int>)methods[ShmMap])(file, 0, Stretch, 0, &mapped) == raw.SQLITE_OK
            ? (Head*)mapped
            : null;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(nint database, byte* name, int operation, void* argument);

    /// <summary>48 bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct Head(long First, long Second, long Third, long Fourth, long Fifth, long Sixth);
}
