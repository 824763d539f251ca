using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>What the hurt have: burns, injuries, gunshot wounds.</summary>
internal static class Wounds
{
    /// <summary>"burns", "life-changing injuries", but not "no injuries" or "12 injuries", which are counted.</summary>
    public static bool Are(SentenceView view, NounPhrase harm) =>
        harm.Count is null && (harm.Determiner & WordClass.Negator) == 0 && (Is(view.Article.Tokens[harm.Head].Word) || IsBroken(view, harm));

    /// <summary>"a broken arm", "fractured ribs".</summary>
    private static bool IsBroken(SentenceView view, NounPhrase limb) =>
        limb.Head > view.Sentence.First && view.Article.TextOf(view.Article.Tokens[limb.Head - 1]) is "broken" or "fractured" or "shattered"
        && view.Article.Tokens[limb.Head].Word.BodyPart is BodyPart.Limb or BodyPart.Bone;

    /// <summary>"in the leg": where nobody dies of it.</summary>
    public static bool AreInLimb(SentenceView view, int at) =>
        view.IsPreposition(at, "in") && view.NounAt(at + 1) is { } limb && view.Article.Tokens[limb.Head].Word.BodyPart == BodyPart.Limb;

    public static bool Is(Word word) =>
        word.NotPeople == "wound" || word.CasualtyNoun is { Category: CasualtyCategory.Injured, Frame: Vocabulary.CasualtyFrame.Count };

    /// <summary>The chunk of the wounds that a verb or a preposition has behind it: "varying degrees of injury" are injuries, and so are "broken ribs"; the same chunk where it is neither.</summary>
    public static int OfDegree(SentenceView view, int at)
    {
        var degree = view.VerbAt(at) is { Voice: Voice.Ing or Voice.BareParticiple } ? at + 1 : at;
        return view.NounAt(degree) is { } phrase && view.Article.Tokens[phrase.Head].Word.Text is "degree" or "degrees" && view.IsPreposition(degree + 1, "of") && view.NounAt(degree + 2) is { } harm && Is(view.Article.Tokens[harm.Head].Word)
            ? degree + 2
            : degree > at && view.NounAt(degree) is { } limb && IsBroken(view, limb) ? degree
            : at;
    }
}
