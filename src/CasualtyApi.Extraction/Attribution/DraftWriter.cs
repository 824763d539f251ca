using CasualtyApi.Extraction.Attribution.Sources;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Turns attributions into statements: spans measured, speakers resolved in the order of the text.</summary>
internal sealed class DraftWriter(ParsedArticle parsed, IReadOnlyList<Quotation> quotations, BitMap quoted)
{
    private readonly SourceBook sources = new(parsed, quoted);
    private readonly List<(StatementDraft Draft, IReadOnlyList<Source> Speakers, IReadOnlyList<Source> Relay)> drafts = [];

    /// <summary>Writes the statements of one passage; to be asked of all passages in turn.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="attributions">Those found in it.</param>
    /// <param name="turn">Whose turn of a transcript all of it is.</param>
    public void Write(Passage passage, List<FoundAttribution> attributions, FoundAttribution? turn)
    {
        var around = new List<Telling>();
        if (turn is not null)
        {
            Add(passage, turn, Resolved(turn.Speaker, passage), passage.Article.SpanOf(passage.First, passage.End), around);
        }

        if (attributions.Count == 0)
        {
            return;
        }

        attributions.Sort((left, right) => left.CueUnit.CompareTo(right.CueUnit));
        var speakers = attributions.ConvertAll(attribution => Resolved(attribution.Speaker, attribution.SpeakerPassage ?? passage));
        var spans = ExtentReader.Measure(passage, attributions);
        if (OwnWords.Drop(attributions, speakers, spans))
        {
            spans = ExtentReader.Measure(passage, attributions);
        }

        for (var at = 0; at < attributions.Count; at++)
        {
            Add(passage, attributions[at], speakers[at], spans[at], around);
        }
    }

    /// <summary>Whom the words of a passage that was written meant.</summary>
    public Source? Meant(SpeakerPhrase phrase) => sources.Meant(phrase.Main);

    /// <summary>All that was written, in the order of its spans. Sources are read out last, when every mention has given what it knows.</summary>
    public IReadOnlyList<StatementDraft> Written() =>
    [
        .. drafts.Select(entry => entry.Draft with
        {
            Speaker = entry.Speakers.Count > 0 ? entry.Speakers[0].Reading : null,
            AlsoSpeakers = [.. entry.Speakers.Skip(1).Select(source => source.Reading)],
            Relay = [.. entry.Relay.Select(source => source.Reading)],
        }).OrderBy(draft => draft.Span.Start).ThenBy(draft => draft.Span.End),
    ];

    private void Add(Passage passage, FoundAttribution attribution, List<Source> speakers, Span? reported, List<Telling> around)
    {
        IReadOnlyList<Source> relay = [.. Relaying(around, reported, speakers), .. attribution.Relay.SelectMany(phrase => Resolved(phrase, passage))];
        var draft = new StatementDraft
        {
            Kind = StatementKind.Reported,
            Span = default,
            SpeakerSpan = attribution.Speaker is { } phrase ? parsed.Article.SpanOf(phrase.First, phrase.End) : null,
            Cue = attribution.Cue.Length > 0 ? attribution.Cue : null,
            Rule = attribution.Rule.Id,
            IsDenial = attribution.IsDenial,
            IsIntent = attribution.IsIntent,
        };
        if (reported is { } span)
        {
            drafts.Add((draft with { Span = span }, speakers, relay));
            around.Add(new Telling(span, speakers, relay));
        }

        foreach (var unit in attribution.Quotations)
        {
            var quotation = quotations[passage.Quotation(unit)];
            drafts.Add((draft with { Kind = StatementKind.Quote, Span = parsed.Article.SpanOf(quotation.First, quotation.End) }, speakers, relay));
        }
    }

    /// <summary>"The BBC, quoting AFP, said the ministry had reported": what a medium tells of others passes through it.</summary>
    private static IEnumerable<Source> Relaying(List<Telling> around, Span? reported, List<Source> speakers)
    {
        var teller = reported is { } span ? around.FindLast(telling => telling.Span.Contains(span) && telling.Span != span) : null;
        return teller is { Speakers: [var outer, ..] } && (teller.Relay.Count > 0 || outer.Kind == SourceKind.Media) && !speakers.Contains(outer)
            ? teller.Relay.Concat(teller.Speakers)
            : [];
    }

    /// <summary>Who tells the words of a span, and through whom.</summary>
    private sealed record Telling(Span Span, IReadOnlyList<Source> Speakers, IReadOnlyList<Source> Relay);

    private List<Source> Resolved(SpeakerPhrase? phrase, Passage passage)
    {
        var speakers = new List<Source>();
        foreach (var part in phrase?.Parts ?? [])
        {
            if (sources.Resolve(part, passage) is { } source && !speakers.Contains(source))
            {
                speakers.Add(source);
            }
        }

        return speakers;
    }
}
