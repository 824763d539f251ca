using CasualtyApi.Queries.Claims;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims.Formats;

/// <summary>A FeatureCollection (RFC 7946). The middle of a region or country is no geometry: it must not look like a strike.</summary>
internal sealed class GeoJsonClaims(Stream body) : JsonItems(body, "{\"type\":\"FeatureCollection\",\"features\":[")
{
    protected override object Shape(ClaimResponse claim) => new ClaimFeature("Feature", claim.Id, Geometry(claim.Place), claim);

    private static ClaimPoint? Geometry(ClaimPlace? place) =>
        place is { Precision: PlacePrecision.Exact or PlacePrecision.City, Lat: { } lat, Lon: { } lon } ? new("Point", [lon, lat]) : null;
}
