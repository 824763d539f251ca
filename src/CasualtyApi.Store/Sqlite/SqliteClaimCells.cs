using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Reading;
using CasualtyApi.Store.Terms;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>The cells of claims on SQLite: statements prepared once for each connection of the pool.</summary>
internal sealed class SqliteClaimCells : ClaimCells, IDisposable
{
    private readonly PreparedStatement claim, claimants, relay, quote, statement, source, party, place, last;

    private SqliteClaimCells(sqlite3 handle)
    {
        claim = new(handle, $"SELECT {string.Join(", ", Enum.GetValues<ClaimCell>().Select(ClaimCellSql.Column))} FROM claims AS c "
            + "JOIN documents AS d ON d.id = c.document_id JOIN statements AS s ON s.id = c.statement_id WHERE c.id = ?");
        claimants = new(handle, "SELECT source_id FROM claim_claimants WHERE claim_id = ? ORDER BY ordinal");
        relay = new(handle, "SELECT source_id FROM statement_relays WHERE statement_id = ? ORDER BY ordinal");
        quote = new(handle, $"SELECT {ClaimCellSql.Shown(ClaimCell.Text, "c.text")} FROM claims AS c JOIN documents AS d ON d.id = c.document_id WHERE c.id = ?");
        statement = new(handle, $"SELECT {ClaimCellSql.Shown(ClaimCell.Text, "s.text")} FROM statements AS s JOIN documents AS d ON d.id = s.document_id WHERE s.id = ?");
        source = new(handle, "SELECT name, kind, role, country, affiliation_id, merged_into_id FROM sources WHERE id = ?");
        party = new(handle, "SELECT name, country, kind FROM parties WHERE id = ?");
        place = new(handle, "SELECT name, country, precision, latitude, longitude FROM places WHERE id = ?");
        last = new(handle, "SELECT coalesce(max(position), 0) FROM changes");
    }

    public static SqliteClaimCells Of(SqliteConnection connection) => ConnectionKept.Of(connection, static open => new SqliteClaimCells(open));

    public void Dispose()
    {
        foreach (var one in (ReadOnlySpan<PreparedStatement>)[claim, claimants, relay, quote, statement, source, party, place, last]) one.Dispose();
    }

    public long Position()
    {
        last.Step();
        var position = last.Number(0);
        last.Reset();
        return position;
    }

    public override bool Find(long id)
    {
        claim.Ask(id);
        return claim.Step();
    }

    public override void Release() => claim.Reset();

    public override bool IsNull(ClaimCell cell) => claim.IsNull((int)cell);

    public override long Number(ClaimCell cell) => claim.Number((int)cell);

    public override ReadOnlySpan<byte> Text(ClaimCell cell) => claim.Text((int)cell);

    public override void Claimants(long claimId, List<long> into) => Ids(claimants, claimId, into);

    public override void Relay(long statementId, List<long> into) => Ids(relay, statementId, into);

    public override IEnumerable<(long Id, string Words)> Quotes(IReadOnlyCollection<long> claimIds) => claimIds.Select(id => (id, Words(quote, id)));

    public override string Statement(long id) => Words(statement, id);

    public override Source Source(long id)
    {
        Ask(source, id);
        var found = new Source
        {
            Id = id,
            Name = source.Word(0)!,
            Kind = Kebab.Parse<SourceKind>(source.Word(1)!),
            Role = source.Word(2),
            Country = source.Word(3),
            AffiliationId = source.IsNull(4) ? null : source.Number(4),
            MergedIntoId = source.IsNull(5) ? null : source.Number(5),
        };
        source.Reset();
        return found;
    }

    public override Party Party(long id)
    {
        Ask(party, id);
        var found = new Party { Id = id, Name = party.Word(0)!, Country = party.Word(1), Kind = Kebab.Parse<PartyKind>(party.Word(2)!) };
        party.Reset();
        return found;
    }

    public override Place Place(long id)
    {
        Ask(place, id);
        var found = new Place
        {
            Id = id,
            Name = place.Word(0)!,
            Country = place.Word(1),
            Precision = Kebab.Parse<PlacePrecision>(place.Word(2)!),
            Latitude = place.IsNull(3) ? null : place.Real(3),
            Longitude = place.IsNull(4) ? null : place.Real(4),
        };
        place.Reset();
        return found;
    }

    private static string Words(PreparedStatement statement, long id)
    {
        Ask(statement, id);
        var words = statement.Word(0)!;
        statement.Reset();
        return words;
    }

    private static void Ask(PreparedStatement statement, long id)
    {
        statement.Ask(id);
        if (!statement.Step()) throw new InvalidOperationException($"Row {id} is gone, though another names it.");
    }

    private static void Ids(PreparedStatement statement, long id, List<long> into)
    {
        into.Clear();
        statement.Ask(id);
        while (statement.Step()) into.Add(statement.Number(0));
    }
}
