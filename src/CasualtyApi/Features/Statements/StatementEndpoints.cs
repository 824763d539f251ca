using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Statements;

internal static class StatementEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var statements = api.MapGroup("/statements").WithTags("Statements");

        statements.MapGet("", ListStatements.HandleAsync).AsList(ListStatements.Query).Named(nameof(ListStatements),
            "Lists statements: what somebody says in a document.",
            "Every quotation and every attribution is kept, with or without a casualty in it; the document's own voice only where it carries a claim.");

        statements.MapGet("/{id:number}", GetStatement.HandleAsync).AsRecord("statement", 4, QueryTable.OfRecord).Named(nameof(GetStatement),
            "Gets one statement.",
            "`speakerText` is what the document calls the speaker there (\"he\"); `speaker` is whom that means.");

        statements.MapPost("", AddStatement.HandleAsync).AsAdding().For(Role.Contributor).Named(nameof(AddStatement),
            "Adds a statement by hand.",
            "Its words must be the document's at the span, character by character. Statements are never corrected, only added: a claim may stand in another.");
    }
}
