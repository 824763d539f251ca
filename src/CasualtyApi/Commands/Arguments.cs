using System.CommandLine;

namespace CasualtyApi.Commands;

/// <summary>What several commands take.</summary>
internal static class Arguments
{
    public static Option<FileInfo?> Checkpoint(string description) => new("--checkpoint") { Description = description };

    public static Option<FileInfo?> Key() => new("--key")
    {
        Description = "A file with the verifier key (/api/v1/ledger/verifier-key), got and kept apart from the ledger. Without it the signature is not checked.",
    };

    public static Option<FileInfo?> Database(string description) => new("--database") { Description = description };
}
