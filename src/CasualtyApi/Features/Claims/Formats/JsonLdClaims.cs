using System.Text.Json.Serialization;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims.Formats;

/// <summary>
/// A schema.org Claim for each, and the W3C Web Annotation that points at its words with both selectors. The context is
/// inline: nobody has to fetch one to read it.
/// </summary>
internal sealed class JsonLdClaims(Stream body) : JsonItems(body, Head)
{
    private const string Head = """
        {"@context":{"@vocab":"https://schema.org/","oa":"http://www.w3.org/ns/oa#","rdf":"http://www.w3.org/1999/02/22-rdf-syntax-ns#","annotation":{"@reverse":"oa:hasBody"},"hasTarget":"oa:hasTarget","hasSource":{"@id":"oa:hasSource","@type":"@id"},"hasSelector":{"@id":"oa:hasSelector","@container":"@set"},"exact":"oa:exact","prefix":"oa:prefix","suffix":"oa:suffix","start":{"@id":"oa:start","@type":"http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},"end":{"@id":"oa:end","@type":"http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},"url":{"@id":"url","@type":"@id"}},"@graph":[
        """;

    protected override object Shape(ClaimResponse claim) => new Node(
        claim.Links.Self, "Claim", claim.Quote.Exact, claim.Claimant is null ? null : Agent.Of(claim.Claimant),
        new Article(Links.To("documents", claim.Document.Id), "Article", claim.Document.Label, claim.Document.PublishedAt, claim.Document.Url),
        claim.Cite,
        new Annotation(claim.Links.Self + "#words", "oa:Annotation", new Target(
            "oa:SpecificResource", Links.To("documents", claim.Document.Id) + "/text",
            [
                new Quote("oa:TextQuoteSelector", claim.Quote.Exact, claim.Quote.Prefix, claim.Quote.Suffix),
                new Position("oa:TextPositionSelector", claim.Quote.Start, claim.Quote.End),
            ])));

    private sealed record Node(
        [property: JsonPropertyName("@id")] string Id, [property: JsonPropertyName("@type")] string Type, string Text,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Agent? Author, Article Appearance, string Citation, Annotation Annotation);

    private sealed record Agent([property: JsonPropertyName("@id")] string Id, [property: JsonPropertyName("@type")] string Type, string Name)
    {
        public static Agent Of(SourceReference source) =>
            new(Links.To("sources", source.Id), source.Kind == SourceKind.Person ? "Person" : "Organization", source.Name);
    }

    private sealed record Article(
        [property: JsonPropertyName("@id")] string Id, [property: JsonPropertyName("@type")] string Type, string Name,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? DatePublished,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Url);

    private sealed record Annotation(
        [property: JsonPropertyName("@id")] string Id, [property: JsonPropertyName("@type")] string Type, Target HasTarget);

    private sealed record Target([property: JsonPropertyName("@type")] string Type, string HasSource, IReadOnlyList<object> HasSelector);

    private sealed record Quote([property: JsonPropertyName("@type")] string Type, string Exact, string Prefix, string Suffix);

    private sealed record Position([property: JsonPropertyName("@type")] string Type, int Start, int End);
}
