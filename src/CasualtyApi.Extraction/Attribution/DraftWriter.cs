using CasualtyApi.Extraction.Attribution.Sources;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Turns attributions into statements: spans measured, speakers resolved in the order of the text.</summary>
internal sealed class DraftWriter(ParsedArticle parsed, IReadOnlyList<Quotation> quotations, BitMap quoted)
{
    private readonly SourceBook sources = new(parsed, quoted);
    private readonly List<(StatementDraft Draft, IReadOnlyList<Source> Speakers, IReadOnlyList<Source> Relay)> drafts = [];

    public IReadOnlyList<StatementDraft> Write(List<Passage> passages, List<List<FoundAttribution>> found)
    {
        for (var index = 0; index < passages.Count; index++)
        {
            var attributions = found[index];
            attributions.Sort((left, right) => left.CueUnit.CompareTo(right.CueUnit));
            var spans = ExtentReader.Measure(passages[index], attributions);
            for (var at = 0; at < attributions.Count; at++)
            {
                Add(passages[index], attributions[at], spans[at]);
            }
        }

        // Sources are read out last, when every mention has given what it knows.
        return
        [
            .. drafts.Select(entry => entry.Draft with
            {
                Speaker = entry.Speakers.Count > 0 ? entry.Speakers[0].Reading : null,
                AlsoSpeakers = [.. entry.Speakers.Skip(1).Select(source => source.Reading)],
                Relay = [.. entry.Relay.Select(source => source.Reading)],
            }).OrderBy(draft => draft.Span.Start).ThenBy(draft => draft.Span.End),
        ];
    }

    private void Add(Passage passage, FoundAttribution attribution, Span? reported)
    {
        var speakers = Resolved(attribution.Speaker, passage);
        var relay = attribution.Relay.SelectMany(phrase => Resolved(phrase, passage)).ToArray();
        var draft = new StatementDraft
        {
            Kind = StatementKind.Reported,
            Span = default,
            SpeakerSpan = attribution.Speaker is { } phrase ? parsed.Article.SpanOf(phrase.First, phrase.End) : null,
            Cue = attribution.Cue.Length > 0 ? attribution.Cue : null,
            Rule = attribution.Rule.Id,
            IsDenial = attribution.IsDenial,
        };
        if (reported is { } span)
        {
            drafts.Add((draft with { Span = span }, speakers, relay));
        }

        foreach (var unit in attribution.Quotations)
        {
            var quotation = quotations[passage[unit].Quotation];
            drafts.Add((draft with { Kind = StatementKind.Quote, Span = parsed.Article.SpanOf(quotation.First, quotation.End) }, speakers, relay));
        }
    }

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
