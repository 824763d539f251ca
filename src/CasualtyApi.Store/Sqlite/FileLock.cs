namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// One process at a time prepares a database. The operating system lets go of the lock when the process dies, so none is
/// ever stale. The file also remembers that a database was being made, in case that was cut short.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    /// <summary>A database was being made under this lock, and its maker never came to the end.</summary>
    public bool MakingWasCutShort => file.Length > 0;

    /// <exception cref="OperationCanceledException">Another process holds the lock until the token's time is up.</exception>
    public static async Task<FileLock> TakeAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException held) when (Array.IndexOf(HeldByAnother, held.HResult) >= 0)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public void BeginMaking()
    {
        file.WriteByte((byte)'+');
        file.Flush(flushToDisk: true);
    }

    public void EndMaking() => file.SetLength(0);

    public void Dispose() => file.Dispose();
}
