using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Statements;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Statements;

internal static class ListStatements
{
    private static readonly QueryList<string> Document = QueryFields.Names(
        "document", "The document it stands in: its id, exact title, or the SHA-256 of its text.");

    private static readonly QueryList<string> Speaker = QueryFields.Names(
        "speaker", "Who says it: a source's id, exact name or alias, such as `John Kirby`.");

    private static readonly QueryList<StatementKind> Kind = QueryFields.Choices<StatementKind>("kind", "How it stands in its document.", example: "quote");

    private static readonly QueryField<SearchTerms> Words = Search.Field("the statement and the names of who says it or passes it on", "heavy losses");

    private static readonly QueryField<bool> HasClaims = QueryFields.Choice("hasClaims", "Whether a claim stands inside it. Absent, both.");

    private static readonly QueryField<long> UpdatedSince = QueryFields.Since("updatedSince", "Only what was changed then or later.");

    private static readonly ListOrder<Statement, StatementRow> Order = ListOrder.OfRecords<Statement, StatementRow>(
        new OpenSortKey<Statement, StatementRow, DateOnly>(
            "publishedAt", statement => statement.Document!.PublishedAt, row => row.Document.PublishedAt?.DayNumber, Days.Of));

    public static readonly QueryTable Query = QueryTable.OfList<StatementResponse>(Order.Field, Document, Speaker, Kind, HasClaims, Words, UpdatedSince, AsOf.Field);

    public static async Task<Results<Ok<Page<StatementResponse>>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var (documents, unknownDocument) = await NameFilter.Document.ReadAsync(query, Document, db, null, cancellationToken);
        var (speakers, unknownSpeaker) = await NameFilter.Source.ReadAsync(query, Speaker, db, null, cancellationToken);
        if ((unknownDocument ?? unknownSpeaker) is { } problem)
        {
            return problem;
        }

        speakers = await SourceFamily.SameAsync(db, speakers, cancellationToken);
        var since = query.Get(UpdatedSince);
        var (kinds, hasClaims) = (query.Get(Kind), query.Get(HasClaims));
        var search = await Search.ReadAsync(query, Words, RecordKind.Statement, db, cancellationToken);
        var statements = search is null ? db.Statements.AsNoTracking() : search.Of(db.Statements.AsNoTracking(), db);
        var page = await statements
            .WhereIf(documents.Count > 0, statement => documents.Contains(statement.DocumentId))
            .WhereIf(speakers.Count > 0, statement => statement.Speakers.Any(speaker => speakers.Contains(speaker.SourceId)))
            .WhereIf(kinds.Count > 0, statement => kinds.Contains(statement.Kind))
            .WhereIf(query.Has(UpdatedSince), statement => statement.UpdatedAt >= since)
            .WhereIf(query.Has(HasClaims), statement => statement.Claims.Any() == hasClaims)
            .PageAsync(query, Order, StatementRow.Projection, ledger.Position, cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, page.Items.SelectMany(row => row.SourceIds), cancellationToken);
        return TypedResults.Ok(page.Of(row => StatementResponse.Of(row, sources, search)));
    }
}
