using System.Text.Json.Serialization;
using CasualtyApi.Extraction;
using CasualtyApi.Http;
using CasualtyApi.Ingest;

namespace CasualtyApi.Features.Documents;

/// <summary>What became of one line.</summary>
/// <param name="Line">Counted from 1, blank ones too.</param>
/// <param name="Status">201 where it is kept, 200 where its text was there already, else the status of `problem`.</param>
/// <param name="Document">The id of the document.</param>
/// <param name="Statements">How many statements were read in it; only where it is new.</param>
/// <param name="Claims">How many claims were read in it; only where it is new.</param>
/// <param name="Problem">Why it is not kept; the other lines are.</param>
internal sealed record ImportResult(
    int Line,
    int Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Document,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Statements,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Claims,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProblemResponse? Problem)
{
    public static ImportResult Of(int line, Kept kept, Reading reading) => kept.IsNew
        ? new(line, StatusCodes.Status201Created, kept.DocumentId, reading.Statements.Count, reading.Claims.Count, null)
        : new(line, StatusCodes.Status200OK, kept.DocumentId, null, null, null);

    public static ImportResult Of(int line, ProblemResult problem) => new(line, problem.Type.Status, null, null, null, problem.Body);
}
