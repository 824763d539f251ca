using System.Buffers;
using CasualtyApi.Features.Claims.Formats;
using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store.Reading;
using static CasualtyApi.Store.Reading.ClaimCell;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>Writes the claim that cells stand at as the columns of <see cref="ClaimColumns"/>, without making one. A test compares the two byte for byte.</summary>
internal sealed class ClaimCsv(ClaimCells cells, ClaimNames.NamesInView names, HeldClaims? known, bool hxl) : ClaimLine(cells)
{
    private readonly List<long> _claimants = [];

    public override string MediaType => AnswerFormat.Csv.MediaType + "; charset=utf-8";

    public override void Begin(IBufferWriter<byte> bytes) => CsvClaims.WriteHead(new(bytes), hxl);

    protected override void WriteFound(IBufferWriter<byte> bytes, long id)
    {
        var row = new CsvRow(bytes);
        if (known is null) Cells.Claimants(id, _claimants);
        else known.Claimants((int)id, _claimants);
        row.Number<long>(id);
        Term(row, Category);
        row.Spelled(List(Cells.Text(MixedOf), stackalloc byte[Cells.Text(MixedOf).Length]));
        Words(row, Cause);
        Words(row, CountText);
        Term(row, Relation);
        Number(row, Low);
        Number(row, High);
        WriteParty(row);
        WriteVoice(row);
        Term(row, Certainty);
        Term(row, Scope);
        Words(row, PeriodText);
        Term(row, PeriodStart);
        Term(row, PeriodEnd);
        WritePlace(row);
        row.Words(Cells.Text(ClaimCell.Text));
        Number(row, SpanStart);
        Number(row, SpanEnd);
        Number(row, DocumentId);
        Words(row, DocumentTitle);
        Words(row, DocumentUrl);
        Term(row, DocumentPublishedAt);
        Term(row, Status);
        Number(row, Credibility);
        Number(row, RepeatsClaimId);
        Number(row, PartOfClaimId);
        Number(row, UpdatesClaimId);
        Number(row, DisputesClaimId);
        row.Instant(Instant.Of(Cells.Number(UpdatedAt)));
        row.End();
    }

    private void WriteParty(CsvRow row)
    {
        var party = names.Party(Cells.Number(PartyId));
        row.Spelled(party.Field);
        row.Words(party.Country);
        row.Words(party.Kind);
    }

    private void WriteVoice(CsvRow row)
    {
        if (_claimants.Count > 0)
        {
            var claimant = names.Source(_claimants[0]);
            row.Spelled(claimant.Field);
            row.Spelled(claimant.OriginatorField);
        }
        else
        {
            row.Empty();
            if (Cells.NumberOrNull(DocumentPublisherId) is { } publisher) row.Spelled(names.Source(publisher).Field);
            else row.Empty();
        }

        Term(row, StatementKind);
    }

    private void WritePlace(CsvRow row)
    {
        var place = Cells.NumberOrNull(PlaceId) is { } id ? names.Place(id) : null;
        row.Spelled(place?.Field);
        row.Words(place?.Country);
        row.Number(place?.Latitude);
        row.Number(place?.Longitude);
    }

    private void Words(CsvRow row, ClaimCell cell) => row.Words(Cells.IsNull(cell) ? default : Cells.Text(cell));

    /// <summary>A word of a list, or a day: nothing in it needs quotes.</summary>
    private void Term(CsvRow row, ClaimCell cell) => row.Spelled(Cells.IsNull(cell) ? default : Cells.Text(cell));

    private void Number(CsvRow row, ClaimCell cell) => row.Number(Cells.NumberOrNull(cell));

    /// <summary>The words of a JSON list of terms, with semicolons between them.</summary>
    private static ReadOnlySpan<byte> List(ReadOnlySpan<byte> json, Span<byte> words)
    {
        var length = 0;
        foreach (var letter in json)
        {
            if (letter is (byte)'[' or (byte)']' or (byte)'"') continue;
            words[length++] = letter == ',' ? (byte)';' : letter;
        }

        return words[..length];
    }
}
