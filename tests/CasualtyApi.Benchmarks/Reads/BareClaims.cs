using System.Buffers;
using System.Text.Json;
using SQLitePCL;

namespace CasualtyApi.Benchmarks.Reads;

/// <summary>What a hand that knows only this one query would write: one statement of joins, and its cells put into JSON one after the other.</summary>
internal static class BareClaims
{
    private const string Columns = """
        SELECT c.id, c.category, c.mixed_of, c.cause, c.count_text, c.relation, c.low, c.high, p.id, c.party_text, p.name, p.country, p.kind,
            s.id, s.name, s.kind, s.role, s.country, coalesce(b.id, a.id, s.id, pub.id), coalesce(b.name, a.name, s.name, pub.name),
            c.certainty, c.scope, c.period_text, c.period_start, c.period_end, l.id, c.place_text, l.name, l.country, l.latitude, l.longitude, l.precision,
            c.text, c.prefix, c.suffix, c.span_start, c.span_end, st.id, st.kind, d.id, d.title, coalesce(d.title, d.opening), pub.id, pub.name,
            d.published_at, d.url, c.repeats_claim_id, c.part_of_claim_id, c.updates_claim_id, c.disputes_claim_id, c.status, c.credibility,
            c.rules, c.extractor, c.revision, c.received_at, c.updated_at, c.since
        FROM claims c JOIN parties p ON p.id = c.party_id JOIN statements st ON st.id = c.statement_id JOIN documents d ON d.id = c.document_id
            LEFT JOIN places l ON l.id = c.place_id LEFT JOIN sources pub ON pub.id = d.publisher_id
            LEFT JOIN claim_claimants k ON k.claim_id = c.id AND k.ordinal = 0 LEFT JOIN sources s ON s.id = k.source_id
            LEFT JOIN sources a ON a.id = s.affiliation_id LEFT JOIN sources b ON b.id = a.affiliation_id
        WHERE c.status IN ('candidate', 'accepted')
        """;

    public const string Page = Columns + " AND c.party_id = ?1 AND c.category = ?2 AND c.published_at IS NOT NULL ORDER BY c.published_at DESC, c.id DESC LIMIT 50";

    public const string Everything = Columns + " ORDER BY c.id";

    /// <summary>The columns of the table, in its order.</summary>
    public const string Table = """
        SELECT c.id, c.category, replace(replace(replace(trim(c.mixed_of, '[]'), '"', ''), ',', ';'), ' ', ''), c.cause, c.count_text, c.relation, c.low, c.high,
            p.name, p.country, p.kind, s.name, coalesce(b.name, a.name, s.name, pub.name), st.kind, c.certainty, c.scope, c.period_text, c.period_start,
            c.period_end, l.name, l.country, l.latitude, l.longitude, c.text, c.span_start, c.span_end, d.id, d.title, d.url, d.published_at, c.status,
            c.credibility, c.repeats_claim_id, c.part_of_claim_id, c.updates_claim_id, c.disputes_claim_id,
            strftime('%Y-%m-%dT%H:%M:%fZ', c.updated_at / 1000.0, 'unixepoch')
        FROM claims c JOIN parties p ON p.id = c.party_id JOIN statements st ON st.id = c.statement_id JOIN documents d ON d.id = c.document_id
            LEFT JOIN places l ON l.id = c.place_id LEFT JOIN sources pub ON pub.id = d.publisher_id
            LEFT JOIN claim_claimants k ON k.claim_id = c.id AND k.ordinal = 0 LEFT JOIN sources s ON s.id = k.source_id
            LEFT JOIN sources a ON a.id = s.affiliation_id LEFT JOIN sources b ON b.id = a.affiliation_id
        WHERE c.status IN ('candidate', 'accepted') ORDER BY c.id
        """;

    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);

    private static readonly string[] Names =
    [
        "id", "category", "mixedOf!", "cause", "count{text", "relation", "low", "high}", "party{id", "text", "name", "country", "kind}",
        "claimant{id", "name", "kind", "role", "country}", "originator{id", "name}", "certainty", "scope", "period{text", "start", "end}",
        "place{id", "text", "name", "country", "lat", "lon", "precision}", "quote{exact", "prefix", "suffix", "start", "end}", "statement{id", "kind}",
        "document{id", "title", "label", "publisher{id", "name}", "publishedAt", "url}", "repeats", "partOf", "updates", "disputes", "status", "credibility",
        "rules!", "extractor", "revision", "receivedAt@", "updatedAt@",
    ];

    private static readonly (JsonEncodedText? Object, JsonEncodedText Name, bool Ends, char Kind)[] Members = [.. Names.Select(Member)];

    public static void Write<TCells>(Utf8JsonWriter json, TCells cells) where TCells : struct, IBareCells
    {
        json.WriteStartObject();
        for (var column = 0; column < Members.Length; column++)
        {
            var (opened, name, ends, kind) = Members[column];
            if (opened is { } parent) json.WriteStartObject(parent);
            if (cells.IsNull(column)) json.WriteNull(name);
            else if (kind == '@') json.WriteString(name, DateTimeOffset.FromUnixTimeMilliseconds(cells.Number(column)).UtcDateTime);
            else if (kind == '!')
            {
                json.WritePropertyName(name);
                cells.WriteRaw(json, column);
            }
            else cells.Write(json, name, column);
            if (ends) json.WriteEndObject();
        }

        json.WriteNull("blamed"u8);
        json.WriteStartArray("alsoClaimants"u8);
        json.WriteEndArray();
        json.WriteStartArray("relay"u8);
        json.WriteEndArray();
        json.WriteString("cite"u8, $"{cells.Word(14)}, quoted in “{cells.Word(40)}” (document {cells.Number(39)}), characters {cells.Number(35)}–{cells.Number(36)}, CasualtyApi claim {cells.Number(0)}, position {cells.Number(57)}");
        json.WriteStartObject("links"u8);
        json.WriteString("self"u8, $"/api/v1/claims/{cells.Number(0)}");
        json.WriteString("text"u8, $"/documents/{cells.Number(39)}#char={cells.Number(35)},{cells.Number(36)}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteField(IBufferWriter<byte> bytes, sqlite3_stmt statement, int column)
    {
        if (column > 0) bytes.Write(","u8);
        if (raw.sqlite3_column_type(statement, column) is raw.SQLITE_INTEGER)
        {
            raw.sqlite3_column_int64(statement, column).TryFormat(bytes.GetSpan(32), out var length, default, System.Globalization.CultureInfo.InvariantCulture);
            bytes.Advance(length);
            return;
        }

        // A blob of a real number is its text, too.
        var field = raw.sqlite3_column_blob(statement, column);
        if (!field.ContainsAny(Quoted))
        {
            bytes.Write(field);
            return;
        }

        bytes.Write("\""u8);
        foreach (var letter in field)
        {
            if (letter == '"') bytes.Write("\""u8);
            bytes.Write([letter]);
        }

        bytes.Write("\""u8);
    }

    private static (JsonEncodedText?, JsonEncodedText, bool, char) Member(string written)
    {
        var parts = written.TrimEnd('}', '!', '@').Split('{');
        return (parts.Length > 1 ? JsonEncodedText.Encode(parts[0]) : null, JsonEncodedText.Encode(parts[^1]), written.EndsWith('}'),
            written[^1] is '!' or '@' ? written[^1] : ' ');
    }
}

/// <summary>The cells of one row.</summary>
internal interface IBareCells
{
    bool IsNull(int column);

    long Number(int column);

    string? Word(int column);

    void Write(Utf8JsonWriter json, JsonEncodedText name, int column);

    void WriteRaw(Utf8JsonWriter json, int column);
}
