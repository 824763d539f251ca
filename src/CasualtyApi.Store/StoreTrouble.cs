namespace CasualtyApi.Store;

/// <summary>What can go wrong in a database that is no fault of the caller.</summary>
public enum StoreTrouble
{
    /// <summary>Another writer held the lock for too long: try again later.</summary>
    Busy,

    /// <summary>No room left to write.</summary>
    Full,

    ReadOnly,

    /// <summary>The file is no database, or a damaged one.</summary>
    Damaged,

    /// <summary>The database cannot be opened or reached.</summary>
    Unreachable,
}

/// <summary>There is less room on the disk than is kept free.</summary>
public sealed class StoreFullException(long free)
    : Exception($"Only {free} bytes are free where the database lies.");

/// <summary>Another writer of this process held the store for too long.</summary>
public sealed class StoreBusyException(TimeSpan waited)
    : Exception($"Another change has held the store for more than {waited.TotalSeconds:0} s.");
