using CasualtyApi.Http;

namespace CasualtyApi.Features.Extraction;

/// <summary>Stands in the place of a line that could not be read.</summary>
/// <param name="Id">The line's id, where it could be made out.</param>
/// <param name="Line">The line's number in the body, from 1.</param>
internal sealed record ExtractionFault(string? Id, int Line, ProblemResponse Error);
