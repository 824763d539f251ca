using System.Text.Json.Nodes;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Changes;

/// <summary>One change of one record.</summary>
/// <param name="Actor">Who made it: `engine`, or the key of a person.</param>
/// <param name="RecordId">The id of the record changed.</param>
/// <param name="Revision">The record's revision this change made.</param>
/// <param name="Before">The record's state before; null where this change made the record.</param>
/// <param name="After">The record's state after.</param>
internal sealed record ChangeResponse(
    long Position, DateTime At, string Actor, ChangeKind Kind, RecordKind Record, long RecordId, int Revision, string? Reason,
    JsonNode? Before, JsonNode? After);
