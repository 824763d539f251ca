using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CasualtyApi.Hosting;

/// <summary>The groups of operations, in the order a reader meets them.</summary>
internal sealed class TagsFilter : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Claims", "Casualty claims: each number as somebody said it, with the words and where they stand."),
        ("Comparisons", "Who claims what about one subject, and who contradicts whom."),
        ("Aggregates", "What several claims come to, by a named method."),
        ("Statements", "What sources say in documents, with or without a casualty in it."),
        ("Sources", "Who says something, or publishes it."),
        ("Documents", "Articles as they were received."),
        ("Parties and places", "Whom and where claims are about."),
        ("Extractions", "Reading a text of your own; nothing is stored."),
        ("Changes", "What changed since a position of the ledger, in order."),
        ("Ledger", "A Merkle tree over all changes, and proofs that whoever keeps a checkpoint can verify."),
        ("Exports", "The whole ledger, to take away."),
        ("Keys", "Who may write. For admins."),
        ("Codebook", "Every word of this API, defined."),
        ("Health", "For those who run the service."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
}
