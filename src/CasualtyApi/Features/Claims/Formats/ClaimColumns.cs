using CasualtyApi.Queries.Claims;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims.Formats;

/// <summary>One column of the claims as a table.</summary>
/// <param name="Tag">Its HXL hashtag.</param>
internal sealed record ClaimColumn(string Name, string Tag, Func<ClaimResponse, object?> Value);

/// <summary>The columns, fixed: names and order are part of the contract.</summary>
internal static class ClaimColumns
{
    public static readonly IReadOnlyList<ClaimColumn> All =
    [
        new("id", "#meta+id", claim => claim.Id),
        new("category", "#affected+category", claim => claim.Category),
        new("mixed_of", "#affected+category+list", claim => string.Join(';', claim.MixedOf.Select(category => Kebab.Of(category)))),
        new("cause", "#cause", claim => claim.Cause),
        new("count_text", "#affected+text", claim => claim.Count.Text),
        new("relation", "#meta+relation", claim => claim.Count.Relation),
        new("low", "#affected+min", claim => claim.Count.Low),
        new("high", "#affected+max", claim => claim.Count.High),
        new("party", "#group+name", claim => claim.Party.Name),
        new("party_country", "#country+group+code", claim => claim.Party.Country),
        new("party_kind", "#group+type", claim => claim.Party.Kind),
        new("claimant", "#meta+source+name", claim => claim.Claimant?.Name),
        new("originator", "#meta+source+originator", claim => claim.Originator?.Name),
        new("voice", "#meta+voice", claim => claim.Statement.Kind),
        new("certainty", "#meta+certainty", claim => claim.Certainty),
        new("scope", "#meta+scope", claim => claim.Scope),
        new("period_text", "#date+text", claim => claim.Period?.Text),
        new("period_start", "#date+start", claim => claim.Period?.Start),
        new("period_end", "#date+end", claim => claim.Period?.End),
        new("place", "#loc+name", claim => claim.Place?.Name),
        new("place_country", "#country+code", claim => claim.Place?.Country),
        new("lat", "#geo+lat", claim => claim.Place?.Lat),
        new("lon", "#geo+lon", claim => claim.Place?.Lon),
        new("quote", "#description+quote", claim => claim.Quote.Exact),
        new("start", "#meta+start", claim => claim.Quote.Start),
        new("end", "#meta+end", claim => claim.Quote.End),
        new("document_id", "#meta+document+id", claim => claim.Document.Id),
        new("document_title", "#meta+document+title", claim => claim.Document.Title),
        new("url", "#meta+url", claim => claim.Document.Url),
        new("published_at", "#date+reported", claim => claim.Document.PublishedAt),
        new("status", "#status", claim => claim.Status),
        new("credibility", "#meta+credibility", claim => claim.Credibility),
        new("repeats", "#meta+repeats", claim => claim.Repeats),
        new("part_of", "#meta+part_of", claim => claim.PartOf),
        new("updates", "#meta+updates", claim => claim.Updates),
        new("disputes", "#meta+disputes", claim => claim.Disputes),
        new("updated_at", "#date+updated", claim => claim.UpdatedAt),
    ];
}
