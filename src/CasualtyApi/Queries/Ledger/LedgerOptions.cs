using System.ComponentModel.DataAnnotations;

namespace CasualtyApi.Queries.Ledger;

/// <summary>Under which name and with which key checkpoints are signed.</summary>
internal sealed class LedgerOptions
{
    public const string Section = "Ledger";

    /// <summary>Where the key is while a server keeps the database, seen from the content root.</summary>
    public const string KeyBesideServer = "data/casualty.key";

    /// <summary>The ledger's name: an address without a scheme. Signed notes know no spaces and no "+" in it.</summary>
    [Required(ErrorMessage = "Ledger__Origin must name the ledger.")]
    [RegularExpression(@"[^\s+]+", ErrorMessage = "Ledger__Origin must be a name without spaces and '+'.")]
    public string Origin { get; set; } = "localhost/casualty-ledger";

    /// <summary>A file's path, seen from the content root; null for the database's own and ".key", or <see cref="KeyBesideServer"/>.</summary>
    public string? SigningKeyFile { get; set; }
}
