using System.Buffers;
using System.Text.Json;
using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store.Reading;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>Each claim as the list shows it.</summary>
internal sealed class ClaimNdjson(ClaimCells cells, ClaimNames.NamesInView names, HeldClaims? known) : ClaimLine(cells)
{
    private readonly ClaimJson _claim = new(cells, names, known);
    private Utf8JsonWriter? _json;

    public override string MediaType => AnswerFormat.Ndjson.MediaType;

    protected override void WriteFound(IBufferWriter<byte> bytes, long id)
    {
        var json = _json ??= new(bytes, ClaimJson.Written);
        json.Reset(bytes);
        _claim.WriteFound(json, id);
        json.Flush();
        bytes.Write("\n"u8);
    }
}
