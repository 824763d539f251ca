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
}
