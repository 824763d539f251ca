using CasualtyApi.Queries.Claims;

namespace CasualtyApi.Features.Claims.Formats;

/// <summary>Claims on a map: a FeatureCollection (RFC 7946).</summary>
internal sealed record ClaimFeatures(string Type, IReadOnlyList<ClaimFeature> Features);

/// <summary>A claim, and where it happened.</summary>
/// <param name="Geometry">Null where the place is not known closely: the middle of a region must not look like a strike.</param>
internal sealed record ClaimFeature(string Type, long Id, ClaimPoint? Geometry, ClaimResponse Properties);

/// <summary>A point.</summary>
/// <param name="Coordinates">Longitude, then latitude.</param>
internal sealed record ClaimPoint(string Type, double[] Coordinates);
