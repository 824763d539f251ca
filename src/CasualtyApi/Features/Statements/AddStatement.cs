using CasualtyApi.Features.Statements.Writing;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Http.Writes;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Statements;
using CasualtyApi.Queries.Writing;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Statements;

/// <summary>Adds a statement that a person read.</summary>
internal static class AddStatement
{
    public static Task<Results<Added<StatementResponse>, BadRequestProblem, UnprocessableProblem, ConflictProblem>> HandleAsync(
        JsonBody<StatementDraft> body, RequestWriter writes, CancellationToken cancellationToken) =>
        writes.WriteAsync((db, ledger, stop) => AddAsync(body.Request, db, ledger, stop), cancellationToken);

    private static async Task<Results<Added<StatementResponse>, BadRequestProblem, UnprocessableProblem, ConflictProblem>> AddAsync(
        StatementDraft draft, CasualtyDbContext db, LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        if (!await db.Documents.AnyAsync(known => known.Id == draft.Document.Id, cancellationToken))
        {
            return UnprocessableProblem.Unknown("document.id", "document", draft.Document.Id);
        }

        if (await FaultAsync(draft, db, cancellationToken) is { } fault) return fault;
        if (await SameAsync(draft, db, cancellationToken) is { } same)
        {
            return new ConflictProblem(ProblemType.AlreadyThere, $"Statement {same} stands at these characters and is said by the same.");
        }

        var statement = ledger.Add(Made(draft), draft.Reason);
        var position = await ledger.SaveAsync(cancellationToken);
        return new Added<StatementResponse>(await AnswerAsync(statement.Id, db, cancellationToken), position, Links.To("statements", statement.Id));
    }

    private static async Task<UnprocessableProblem?> FaultAsync(StatementDraft draft, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var document = await WrittenDocument.LoadAsync(db, draft.Document.Id, cancellationToken);
        return document.SpanFault("text", draft.Start, draft.End, draft.Text)
            ?? (draft is { SpeakerSpan: { } span, SpeakerText: { } called } ? document.SpanFault("speakerText", span.Start, span.End, called) : null)
            ?? (draft.Cue is { } cue ? document.WordsFault("cue", cue) : null)
            ?? await SourceCheck.FaultAsync(db, "speaker", draft.SpeakerIds, draft.Document.Id, cancellationToken)
            ?? await SourceCheck.FaultAsync(db, "relay", draft.RelayIds, draft.Document.Id, cancellationToken);
    }

    private static async Task<long?> SameAsync(StatementDraft draft, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var alike = await db.Statements.AsNoTracking()
            .Where(other => other.DocumentId == draft.Document.Id && other.Start == draft.Start && other.End == draft.End && other.Kind == draft.Kind)
            .Select(other => new { other.Id, Speakers = other.Speakers.OrderBy(speaker => speaker.Ordinal).Select(speaker => speaker.SourceId).ToList() })
            .ToListAsync(cancellationToken);
        return alike.Find(other => other.Speakers.SequenceEqual(draft.SpeakerIds))?.Id;
    }

    private static Statement Made(StatementDraft draft) => new()
    {
        DocumentId = draft.Document.Id,
        Kind = draft.Kind,
        Start = draft.Start,
        End = draft.End,
        Text = draft.Text,
        SpeakerText = draft.SpeakerText,
        SpeakerStart = draft.SpeakerSpan?.Start,
        SpeakerEnd = draft.SpeakerSpan?.End,
        Cue = draft.Cue,
        Speakers = [.. draft.SpeakerIds.Select((id, ordinal) => new StatementSpeaker { Ordinal = ordinal, SourceId = id })],
        Relay = [.. draft.RelayIds.Select((id, ordinal) => new StatementRelay { Ordinal = ordinal, SourceId = id })],
    };

    private static async Task<StatementResponse> AnswerAsync(long id, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var row = await db.Statements.AsNoTracking().Where(statement => statement.Id == id).Select(StatementRow.Projection).SingleAsync(cancellationToken);
        return StatementResponse.Of(row, await SourceDirectory.LoadAsync(db, row.SourceIds, cancellationToken));
    }
}
