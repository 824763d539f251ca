using System.Data.Common;
using System.Text.Json;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Replay;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CasualtyApi.Store;

/// <summary>
/// The store: its tables, and the model that is the same on every database. What differs stands in the child of each.
/// </summary>
public abstract class CasualtyDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentText> DocumentTexts => Set<DocumentText>();

    public DbSet<ReceivedBytes> ReceivedBytes => Set<ReceivedBytes>();

    public DbSet<IdempotentAnswer> IdempotentAnswers => Set<IdempotentAnswer>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<SourceAlias> SourceAliases => Set<SourceAlias>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<StatementSpeaker> StatementSpeakers => Set<StatementSpeaker>();

    public DbSet<StatementRelay> StatementRelays => Set<StatementRelay>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<ClaimClaimant> ClaimClaimants => Set<ClaimClaimant>();

    public DbSet<Party> Parties => Set<Party>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<LedgerNode> LedgerNodes => Set<LedgerNode>();

    public DbSet<DocumentRevision> DocumentRevisions => Set<DocumentRevision>();

    public DbSet<SourceRevision> SourceRevisions => Set<SourceRevision>();

    public DbSet<StatementRevision> StatementRevisions => Set<StatementRevision>();

    public DbSet<ClaimRevision> ClaimRevisions => Set<ClaimRevision>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<FormKey> FormKeys => Set<FormKey>();

    /// <summary>The full-text index.</summary>
    public abstract FullText FullText { get; }

    /// <summary>What went wrong in the database, where the exception tells; null for anything else.</summary>
    public abstract StoreTrouble? TroubleIn(Exception exception);

    /// <summary>Brings the database to this version's schema.</summary>
    /// <exception cref="StoreRefusedException">It cannot be served from: damaged, locked, a later version's, not writable.</exception>
    public abstract Task PrepareAsync(TimeProvider clock, CancellationToken cancellationToken = default);

    /// <summary>The same for whoever leaves the schema to the command <c>migrate</c>: a server's is waited for, and none is ever changed.</summary>
    /// <exception cref="StoreRefusedException">As of <see cref="PrepareAsync"/>; and where nobody migrates.</exception>
    public abstract Task PrepareMigratedAsync(TimeProvider clock, CancellationToken cancellationToken = default);

    /// <summary>
    /// Shows every table as it stood at a position, until the transaction ends that it is called in. For reading only.
    /// </summary>
    public abstract Task GoBackAsync(long position, CancellationToken cancellationToken = default);

    /// <summary>Writes one moment of the database into a file of its own, which must not be there yet. Writers go on meanwhile.</summary>
    /// <param name="file">The file to write.</param>
    /// <param name="withKeys">Whether the hashes of keys go with it; nothing is left of them otherwise.</param>
    /// <param name="cancellationToken">Stops it; the file is gone then.</param>
    public abstract Task CopyAsync(string file, bool withKeys, CancellationToken cancellationToken = default);

    /// <summary>Which database this is, without any secret: a file's path, or a server and a database's name.</summary>
    public abstract string Whereabouts { get; }

    /// <summary>How far a standby, which takes no changes, is behind the database it follows; null for one that takes them.</summary>
    public virtual Task<TimeSpan?> BehindAsync(CancellationToken cancellationToken = default) => Task.FromResult<TimeSpan?>(null);

    /// <summary>How much room is left where the database lies; null where that is not for us to know.</summary>
    public virtual long? FreeBytes => null;

    /// <summary>The file the database is; null where a server keeps it.</summary>
    public abstract string? File { get; }

    /// <summary>The position of the last change, as the open transaction sees it; 0 before the first.</summary>
    public abstract long Position();

    /// <summary>
    /// Reads ids a stretch at a time, in flat memory. Between two stretches the connection is free for other questions, which a server
    /// answers one after the other. Inside a transaction only.
    /// </summary>
    public abstract IAsyncEnumerable<IReadOnlyList<long>> StretchesAsync(IQueryable<long> ids, int length, CancellationToken cancellationToken);

    /// <summary>
    /// Whether a named source may bear one of these names, as <see cref="Folding.Fold"/> has them: true where asking costs as much as reading who does. Inside
    /// a change only.
    /// </summary>
    public virtual bool MayBeBorne(IReadOnlyCollection<string> names) => true;

    /// <summary>Begins a transaction that sees one moment, on the open connection.</summary>
    internal abstract Task<DbTransaction> BeginReadTransactionAsync(CancellationToken cancellationToken);

    /// <summary>What <see cref="Reading.ClaimCells"/> reads by, on the open connection.</summary>
    internal abstract Reading.ClaimCells OpenCells();

    /// <summary>
    /// Keeps other writers out until the open transaction ends. Where the database itself does not let in one at a time, the row of the positions does.
    /// </summary>
    /// <returns>The counters, as they stand until then.</returns>
    internal abstract Task<Dictionary<string, long>> LetInOneWriterAsync(CancellationToken cancellationToken);

    /// <summary>Writes counters that were drawn from, at the end of the open transaction.</summary>
    internal abstract Task CountAsync(IReadOnlyDictionary<string, long> drawn, CancellationToken cancellationToken);

    /// <summary>Adds a row of the ledger's own to the open transaction, at the latest when it is saved. Nobody reads it there again.</summary>
    internal abstract void AddLedgerRow(object row);

    /// <summary>Begins to fill the database, which is empty.</summary>
    internal abstract Task<BulkLoad> BeginBulkLoadAsync(CancellationToken cancellationToken);

    /// <summary>Inserts many rows of a table in the open transaction.</summary>
    internal abstract RowWrite OpenInsert(IEntityType entity);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseUnledgered();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseUnledgered();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>The one way past <see cref="RefuseUnledgered"/>; only <see cref="ChangeLog"/> takes it.</summary>
    internal virtual Task SaveLedgeredAsync(CancellationToken cancellationToken) => base.SaveChangesAsync(true, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Spell<CasualtyCategory>(configurationBuilder);
        Spell<CountRelation>(configurationBuilder);
        Spell<PartyKind>(configurationBuilder);
        Spell<PlacePrecision>(configurationBuilder);
        Spell<ClaimScope>(configurationBuilder);
        Spell<Certainty>(configurationBuilder);
        Spell<SourceKind>(configurationBuilder);
        Spell<StatementKind>(configurationBuilder);
        Spell<ClaimStatus>(configurationBuilder);
        Spell<Visibility>(configurationBuilder);
        Spell<RecordKind>(configurationBuilder);
        Spell<ChangeKind>(configurationBuilder);
        Spell<Role>(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CasualtyDbContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(ColumnName(property));
                property.ValueGenerated = ValueGenerated.Never;
                if (property.GetElementType() is { ClrType.IsEnum: true } term)
                {
                    term.SetValueConverter(typeof(KebabConverter<>).MakeGenericType(term.ClrType));
                }
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                // A part goes when it leaves its record's list; nothing goes because something else did.
                var isPart = foreignKey.DependentToPrincipal is null && foreignKey.PrincipalToDependent is not null;
                foreignKey.DeleteBehavior = isPart ? DeleteBehavior.ClientCascade : DeleteBehavior.Restrict;
            }
        }
    }

    private void RefuseUnledgered()
    {
        var entry = ChangeTracker.Entries().FirstOrDefault(entry =>
            entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            && entry.Entity is ILedgered or IRevision or Change or LedgerNode or Counter or Party or Place);
        if (entry is not null) throw new UnledgeredChangeException(entry.Metadata.ShortName());
    }

    private static void Spell<TTerm>(ModelConfigurationBuilder configuration)
        where TTerm : struct, Enum
    {
        configuration.Properties<TTerm>().HaveConversion<KebabConverter<TTerm>>();
        configuration.DefaultTypeMapping<TTerm>().HasConversion<KebabConverter<TTerm>>();
    }

    // "start" and "end" are words of SQL.
    private static string ColumnName(IReadOnlyProperty property) => property.Name switch
    {
        "Start" => "span_start",
        "End" => "span_end",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name),
    };

    private sealed class KebabConverter<TTerm>() : ValueConverter<TTerm, string>(
        term => Kebab.Of(term), word => Kebab.Parse<TTerm>(word))
        where TTerm : struct, Enum;
}
