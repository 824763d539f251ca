using System.Globalization;
using System.Text.Json;
using CasualtyApi.Store.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>
/// Shows the tables as they stood at a position: for the transaction, names lead to the views of <see cref="PostgresViews"/>, which
/// read the position from a setting of it. Nothing is written, so a standby can do it.
/// </summary>
internal sealed class PostgresAsOf(PostgresCasualtyDbContext context, long position)
{
    private const string Lost =
        """
        SELECT DISTINCT item.alias FROM source_revisions AS earlier, unnest(earlier.aliases) AS item (alias)
        WHERE earlier.since <= $1 AND earlier.until > $1
            AND NOT EXISTS (SELECT FROM source_aliases AS present WHERE present.source_id = earlier.id AND present.alias = item.alias)
        """;

    private const string Show =
        "SELECT set_config('search_path', $1, true), set_config('casualty.position', $2, true), set_config('casualty.folded', $3, true)";

    private readonly NpgsqlConnection connection = (NpgsqlConnection)context.Database.GetDbConnection();

    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        var folded = JsonSerializer.Serialize(await FoldedAsync(cancellationToken));
        await using var command = new NpgsqlCommand(Show, connection)
        {
            Parameters = { new() { Value = PostgresViews.Schema }, new() { Value = position.ToString(CultureInfo.InvariantCulture) }, new() { Value = folded } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Names that a source has no more were kept as they were written; only here they can be folded.</summary>
    private async Task<Dictionary<string, string>> FoldedAsync(CancellationToken cancellationToken)
    {
        var folded = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(Lost, connection) { Parameters = { new() { Value = position } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) folded[reader.GetString(0)] = Folding.Fold(reader.GetString(0));
        return folded;
    }
}
