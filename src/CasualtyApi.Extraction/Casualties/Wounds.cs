using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>What the hurt have: burns, injuries, gunshot wounds.</summary>
internal static class Wounds
{
    /// <summary>"burns", "life-changing injuries", but not "no injuries" or "12 injuries", which are counted.</summary>
    public static bool Are(SentenceView view, NounPhrase harm) =>
        harm.Count is null && (harm.Determiner & WordClass.Negator) == 0 && Is(view.Article.Tokens[harm.Head].Word);

    public static bool Is(Word word) =>
        word.NotPeople == "wound" || word.CasualtyNoun is { Category: CasualtyCategory.Injured, Frame: Vocabulary.CasualtyFrame.Count };
}
