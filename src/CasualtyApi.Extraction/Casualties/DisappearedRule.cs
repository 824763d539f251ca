using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"forcibly disappeared 17 others": what was done to people, in a verb that else only they do.</summary>
internal sealed class DisappearedRule : CasualtyRule
{
    public override string Id => "casualties.disappeared";

    public override string Summary => "People whom somebody forcibly disappeared.";

    public override string Example => "Soldiers forcibly disappeared 17 villagers.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.Adjective];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.WordAt(at) != "forcibly disappeared" || view.NounAt(at + 1) is not { Count: not null } || view.Article.Tokens[view.Chunks[at].First].Word.Casualty is not { } term)
        {
            return;
        }

        var verb = view.SkipLeft(at - 1);
        while (view.KindAt(verb) is ChunkKind.NounPhrase or ChunkKind.Coordinator or ChunkKind.Preposition && !(verb == view.SkipLeft(at - 1) && view.NounAt(verb) is not null)) verb--;
        found.Add(new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = view.Chunks[at].First,
            TriggerEnd = view.Chunks[at].End,
            Terms = [term],
            Victim = view.VictimAt(at + 1),
            Rule = Id,
            Agent = view.VerbAt(verb) is not null ? Doers.Of(view, verb) : view.NounAt(verb),
        });
    }
}
