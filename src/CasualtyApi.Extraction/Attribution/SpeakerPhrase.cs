using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>The words that name whoever speaks: one noun phrase, or several joined.</summary>
/// <param name="FirstUnit">The unit it begins with.</param>
/// <param name="EndUnit">The unit behind it, appositions not counted.</param>
/// <param name="Parts">The noun phrases, each a speaker of its own, in the order named.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">The token behind it, complements ("of the ministry") included.</param>
internal sealed record SpeakerPhrase(int FirstUnit, int EndUnit, IReadOnlyList<SpeakerPart> Parts, int First, int End)
{
    public SpeakerPart Main => Parts[0];
}

/// <summary>One speaker's words: the noun phrase and what hangs on it.</summary>
/// <param name="Noun">The noun phrase that names it.</param>
/// <param name="Unit">That noun phrase's unit.</param>
/// <param name="EndUnit">The unit behind what hangs on it ("of the ministry").</param>
internal sealed record SpeakerPart(NounPhrase Noun, int Unit, int EndUnit);
