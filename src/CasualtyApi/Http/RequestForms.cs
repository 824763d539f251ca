namespace CasualtyApi.Http;

/// <summary>The media types an operation reads, for its documentation.</summary>
internal sealed record RequestForms(IReadOnlyList<string> MediaTypes);
