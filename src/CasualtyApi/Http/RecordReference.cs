namespace CasualtyApi.Http;

/// <summary>Another record, by its id.</summary>
internal sealed record RecordReference(long Id);
