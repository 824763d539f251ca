using System.ComponentModel.DataAnnotations;
using CasualtyApi.Store.Ledger;

namespace CasualtyApi.Hosting;

/// <summary>Which database the service keeps its ledger in.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>"sqlite", or "postgres" for those who outgrow one file.</summary>
    [RegularExpression("(?i)sqlite|postgres", ErrorMessage = "Database__Provider must be 'sqlite' or 'postgres'.")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>How many bytes of the disk stay free: with fewer, changes are answered 507, and reading goes on.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "Database__ReservedBytes must be a number of bytes.")]
    public long ReservedBytes { get; set; } = 64 << 20;

    /// <summary>For how many seconds a change waits for others before it is answered 503.</summary>
    [Range(1, 600, ErrorMessage = "Database__WaitSeconds must be a number of seconds from 1 to 600.")]
    public int WaitSeconds { get; set; } = (int)ChangeLog.UsualPatience.TotalSeconds;

    /// <summary>Whether a start brings the database to this version's schema; else the command 'migrate' has to.</summary>
    public bool Migrate { get; set; } = true;

    public bool IsPostgres => Provider.Equals("postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>A file's path, seen from the content root, or a connection string of the provider.</summary>
    [Required(ErrorMessage = "Database__ConnectionString must name a database.")]
    public string ConnectionString { get; set; } = "data/casualty.db";
}
