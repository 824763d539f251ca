namespace CasualtyApi.Store.Postgres;

/// <summary>Copies one moment of the database into a SQLite file, while it is in use.</summary>
internal sealed class PostgresCopy(PostgresCasualtyDbContext context)
{
    public async Task ToAsync(string file, bool withKeys, CancellationToken cancellationToken)
    {
        await using var copy = Sqlite.SqliteStore.Open(file);
        await copy.PrepareAsync(TimeProvider.System, cancellationToken);
        await using (await context.BeginReadAsync(cancellationToken))
        {
            await new Moving.RowCopy(context, copy).RunAsync(withKeys, cancellationToken);
        }

        // What is indexed there is indexed again here: the words are the same, the index is not.
        await copy.PrepareAsync(TimeProvider.System, cancellationToken);
        await Sqlite.SqliteStore.CloseAsync(copy, cancellationToken);
    }
}
