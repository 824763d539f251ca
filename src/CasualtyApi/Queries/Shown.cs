using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries;

/// <summary>Which of a document's words an answer shows: the one place that knows what <see cref="Visibility"/> means for reading.</summary>
internal static class Shown
{
    /// <summary>What a document is called: its title, or its first words where they may be shown.</summary>
    /// <param name="id">Of the document.</param>
    /// <param name="title">If it has one; metadata, and always shown.</param>
    /// <param name="opening">The first words; empty where they are hidden already.</param>
    /// <param name="visibility">The document's.</param>
    public static string Label(long id, string? title, string opening, Visibility visibility) =>
        title ?? (visibility == Visibility.Public && opening.Length > 0 ? opening : $"Document {id}");

    /// <summary>Words of a statement or claim.</summary>
    public static string Words(string words, Visibility visibility) => visibility == Visibility.Withheld ? "" : words;

    /// <summary>Words of a statement or claim, where it has any.</summary>
    public static string? WordsOrNull(string? words, Visibility visibility) => visibility == Visibility.Withheld ? null : words;

    /// <summary>Words around those of a claim.</summary>
    public static string Around(string words, Visibility visibility) => visibility == Visibility.Public ? words : "";
}
