using CasualtyApi.Store.Ledger.Notes;

namespace CasualtyApi.Commands;

/// <summary>A checkpoint somebody kept, its signature checked where the key is given.</summary>
internal static class KeptCheckpoint
{
    /// <returns>The checkpoint, or what is wrong with it; neither where no file is given.</returns>
    public static async Task<(Checkpoint? Checkpoint, string? Fault)> ReadAsync(FileInfo? file, FileInfo? keyFile, CancellationToken cancellationToken)
    {
        if (file is null) return (null, keyFile is null ? null : "--key checks the signature of a checkpoint; give one with --checkpoint.");
        if (SignedNote.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken)) is not { } note || Checkpoint.Parse(note.Text) is not { } checkpoint)
        {
            return (null, $"{file} is no signed checkpoint.");
        }

        if (keyFile is null)
        {
            await Console.Error.WriteLineAsync("The checkpoint's signature is not checked: no --key was given.");
            return (checkpoint, null);
        }

        if (VerifierKey.Parse(await File.ReadAllTextAsync(keyFile.FullName, cancellationToken)) is not { } key) return (null, $"{keyFile} is no verifier key.");
        return note.IsSignedBy(key) && checkpoint.Origin == key.Name
            ? (checkpoint, null)
            : (null, $"{file} is not signed by the key of {keyFile}.");
    }
}
