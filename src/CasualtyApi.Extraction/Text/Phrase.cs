namespace CasualtyApi.Extraction.Text;

/// <summary>An entry of several words.</summary>
/// <param name="Rest">The words after the first.</param>
/// <param name="Entry">What the whole means.</param>
/// <param name="IsName">True where it is read only when its words are capitalised.</param>
internal sealed record Phrase(Word[] Rest, Word Entry, bool IsName);
