using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"more than 1,000 troops killed or wounded": a participle behind its noun, without an auxiliary.</summary>
internal sealed class ParticipleRule : CasualtyRule
{
    public override string Id => "casualties.participle";

    public override string Summary => "A participle without auxiliary, and nothing behind it that it could happen to: the noun before it is harmed.";

    public override string Example => "Officials spoke of 40 villagers killed in the raid.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { Voice: Voice.BareParticiple, Casualty: { Frame: CasualtyFrame.Object } term } && !HasObject(view, at) && view.RelativeObjectOf(at) < 0 && !IsAimed(view, at, term) && !MayBe(view, at) && !IsRanked(view, at))
        {
            var before = found.Count;
            PassiveRule.ReadSubject(view, at, view.NounBefore(at), Id, found);
            for (var index = before; index < found.Count; index++)
            {
                found[index] = found[index] with { Owner = Loser(view, at) };
            }
        }
    }

    /// <summary>"police shot at protesters", "a species killed off"; but "twelve killed at a market", "killed off the coast".</summary>
    private static bool IsAimed(SentenceView view, int at, CasualtyTerm term) =>
        (view.WordAt(at + 1) is "off" && !(view.NounAt(at + 2) is { } off && (view.Article.Tokens[off.Head].Is(WordClass.Place | WordClass.Country) || view.Article.Tokens[off.Head].Word.Text is "coast" or "shore" or "shores" or "island")))
        || (view.WordAt(at + 1) is "at" && term.IsManner);

    /// <summary>"The brigade lost 71 men killed and 38 wounded": whose the men were.</summary>
    private static NounPhrase? Loser(SentenceView view, int at)
    {
        var verb = view.SkipLeft(view.NounBefore(at) - 1);
        return view.VerbAt(verb) is { Verb.Lemma: "lose", Voice: not Voice.Passive } ? view.NounAt(view.SubjectOf(verb)) : null;
    }

    public static bool HasObject(SentenceView view, int at)
    {
        var target = view.ObjectOf(Trigger.Find(view, at)?.Last ?? at);
        return target >= 0 && !Victims.IsTime(view, view.NounAt(target)!);
    }

    /// <summary>"He was the third (43rd) prosecutor murdered this year": one who was told before, by his rank.</summary>
    private static bool IsRanked(SentenceView view, int at)
    {
        if (view.NounAt(view.NounBefore(at)) is not { IsPlural: false, Count: null } noun)
        {
            return false;
        }

        var tokens = view.Article.Tokens;
        var isDigits = noun.First > view.Sentence.First && !tokens[noun.First].SpaceBefore && tokens[noun.First - 1].Kind == TokenKind.Number;
        return isDigits || (tokens[noun.First].Word.Text == "the" && tokens[noun.First + 1].Is(WordClass.Ordinal) && view.VerbAt(view.SkipLeft(view.NounBefore(at) - 1)) is { IsAuxiliaryOnly: true });
    }

    /// <summary>"there might be twelve people wounded": the existence is only possible.</summary>
    private static bool MayBe(SentenceView view, int at)
    {
        var noun = view.NounBefore(at);
        return noun > 0 && view.VerbAt(view.SkipLeft(noun - 1)) is { IsAuxiliaryOnly: true, Modal: >= 0, IsPerfect: false };
    }
}
