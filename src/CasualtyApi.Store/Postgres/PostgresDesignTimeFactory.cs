using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CasualtyApi.Store.Postgres;

/// <summary>What <c>dotnet ef migrations add</c> builds the model from; it opens no database.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresCasualtyDbContext>
{
    public PostgresCasualtyDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresCasualtyDbContext>();
        options.UseCasualtyPostgres("Host=localhost;Database=casualty");
        return new(options.Options);
    }
}
