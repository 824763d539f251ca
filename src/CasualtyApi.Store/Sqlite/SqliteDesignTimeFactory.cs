using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CasualtyApi.Store.Sqlite;

/// <summary>What <c>dotnet ef migrations add</c> builds the model from; it opens no database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteCasualtyDbContext>
{
    public SqliteCasualtyDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCasualtyDbContext>().UseSqlite().Options);
}
