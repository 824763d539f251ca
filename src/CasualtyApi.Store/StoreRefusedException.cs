namespace CasualtyApi.Store;

/// <summary>The database cannot be served from. The message is one line for the person who starts the service.</summary>
public sealed class StoreRefusedException(string message, Exception? cause = null) : Exception(message, cause);
