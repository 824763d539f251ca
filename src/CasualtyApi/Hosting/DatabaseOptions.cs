using System.ComponentModel.DataAnnotations;

namespace CasualtyApi.Hosting;

/// <summary>Which database the service keeps its ledger in.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Only "sqlite" yet.</summary>
    [RegularExpression("(?i)sqlite", ErrorMessage = "Database__Provider must be 'sqlite'.")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>A file's path, seen from the content root, or a connection string of the provider.</summary>
    [Required(ErrorMessage = "Database__ConnectionString must name a database.")]
    public string ConnectionString { get; set; } = "data/casualty.db";
}
