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
        if (view.WordAt(at) != "forcibly disappeared" || view.NounAt(at + 1) is not { Count: not null } people || !(people.Person is not null || view.Article.Tokens[people.Head].Word.Text == "others")
            || view.Article.Tokens[view.Chunks[at].First].Word.Casualty is not { } term)
        {
            return;
        }

        // "Soldiers forcibly disappeared 17", "executed twelve and forcibly disappeared 17"
        var before = view.SkipLeft(at - 1);
        var verb = view.KindAt(before) == ChunkKind.Coordinator ? view.VerbBefore(before) : -1;
        if (view.NounAt(before) is not { Count: null } && view.VerbAt(verb) is not { IsNegated: false, Modal: < 0 })
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(at + 1, leftwards: false), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = view.Chunks[at].First,
            TriggerEnd = view.Chunks[at].End,
            Terms = [term],
            Rule = Id,
            Agent = view.NounAt(before) ?? Doers.Of(view, verb),
        }, found);
    }
}
