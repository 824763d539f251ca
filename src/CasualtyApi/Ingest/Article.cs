namespace CasualtyApi.Ingest;

/// <summary>An article as received: its text and what is known of it. Unknown stays null.</summary>
/// <param name="Text">Verbatim, and without fault (<see cref="ArticleText"/>).</param>
/// <param name="Origin">How it came: "seed:" and the file's name, "post" or "import".</param>
/// <param name="Title">As given; never read.</param>
/// <param name="Url">Where it stood.</param>
/// <param name="Publisher">The name of who published it.</param>
/// <param name="PublishedAt">The day it was published.</param>
internal sealed record Article(
    string Text, string Origin, string? Title = null, string? Url = null, string? Publisher = null, DateOnly? PublishedAt = null)
{
    /// <summary>BCP 47. The engine reads English.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What the text was taken from; null where that was the text itself.</summary>
    public Received? Received { get; init; }
}

/// <summary>What was received, byte for byte.</summary>
/// <param name="MediaType">As its sender named it, with the charset.</param>
/// <param name="Bytes">At most a few megabytes.</param>
internal sealed record Received(string MediaType, byte[] Bytes);
