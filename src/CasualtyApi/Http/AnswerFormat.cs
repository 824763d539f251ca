using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace CasualtyApi.Http;

/// <summary>A form a list can be answered in besides JSON.</summary>
/// <param name="Word">As `format=` names it.</param>
/// <param name="MediaType">As `Accept` names it, and as the answer is labelled.</param>
/// <param name="SchemaType">What the whole of such an answer is.</param>
internal sealed record AnswerFormat(string Word, string MediaType, JsonSchemaType SchemaType)
{
    public static readonly AnswerFormat Json = new("json", "application/json", JsonSchemaType.Object);
    public static readonly AnswerFormat Csv = new("csv", "text/csv", JsonSchemaType.String);
    public static readonly AnswerFormat Ndjson = new("ndjson", "application/x-ndjson", JsonSchemaType.String);
    public static readonly AnswerFormat GeoJson = new("geojson", "application/geo+json", JsonSchemaType.Object);
    public static readonly AnswerFormat JsonLd = new("jsonld", "application/ld+json", JsonSchemaType.Object);

    /// <summary>Every form, the first wherever several are as welcome.</summary>
    public static readonly IReadOnlyList<AnswerFormat> All = [Json, Csv, Ndjson, GeoJson, JsonLd];

    public static readonly QueryField<string> Field = QueryFields.Word(
        "format", "The form of the answer; absent, `Accept` chooses. Without `limit`, all forms but JSON stream the whole result.",
        [.. All.Select(format => format.Word)], selects: false);

    /// <summary>What `format=` says, or else what `Accept` likes best.</summary>
    public static AnswerFormat Of(HttpContext http, QueryValues query)
    {
        if (query.Get(Field) is { } word)
        {
            return All.Single(format => format.Word == word);
        }

        var accepted = http.Request.GetTypedHeaders().Accept;
        return accepted.Count == 0 ? Json : All.MaxBy(format => Quality(accepted, MediaTypeHeaderValue.Parse(format.MediaType)))!;
    }

    /// <summary>That of the closest range which takes in the type (RFC 9110, 12.5.1).</summary>
    private static double Quality(IEnumerable<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue offered) => accepted
        .Where(range => range.MatchesAllTypes || (range.Type == offered.Type && (range.MatchesAllSubTypes || range.SubType == offered.SubType)))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1).FirstOrDefault();
}

/// <summary>An answer written row by row while its moment of the ledger is still open.</summary>
internal interface IStreamedAnswer : IResult
{
    /// <summary>The page it shows; null where it shows the whole result.</summary>
    IPage? Page { get; }

    /// <summary>What it is, known before its first row.</summary>
    string MediaType { get; }

    /// <summary>Whether its headers are known without making it: then nothing of it is made for HEAD.</summary>
    bool HasHead => Page is null;
}

/// <summary>The media types a list answers in besides JSON, for its documentation and for 406.</summary>
internal sealed record OtherForms(params IReadOnlyList<AnswerFormat> Formats);
