using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Sqlite;

/// <summary>The store on SQLite.</summary>
public sealed class SqliteCasualtyDbContext(DbContextOptions<SqliteCasualtyDbContext> options) : CasualtyDbContext(options);
