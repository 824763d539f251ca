using CasualtyApi.Extraction.Attribution.Sources;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Question and answer: behind a paragraph in which somebody asked ("“In that order?” asked the usher."), one that is only a quotation is the other's
/// who spoke there, and so on in turns for as long as only quotations follow.
/// </summary>
internal sealed class Exchange(Func<SpeakerPhrase, Source?> sources, IReadOnlyList<Quotation> quotations)
{
    /// <summary>How many of those who spoke last are known.</summary>
    private const int Known = 6;

    /// <summary>How many paragraphs before the question the other may have spoken.</summary>
    private const int Farthest = 3;

    private readonly Queue<(SpeakerPhrase Phrase, int Paragraph)> spoke = new(Known);

    /// <summary>Who asked last, or spoke last in an exchange; whom it was asked of, where that is said; and the sentence behind.</summary>
    private (SpeakerPhrase Speaker, SpeakerPhrase? Asked, int Paragraph, int End)? open;

    /// <summary>Whoever answers with a passage that is a paragraph and nothing but a quotation; null where nobody asked.</summary>
    public SpeakerPhrase? Answerer(Passage passage)
    {
        var isAnswer = open is { } question && question.End == passage.FirstSentence && question.Paragraph < passage.Paragraph && passage.Count == 1 && EndsParagraph(passage);
        return isAnswer ? open!.Value.Asked ?? Other(open.Value.Speaker, open.Value.Paragraph) : null;
    }

    /// <summary>To be told of all that was found in each passage in turn.</summary>
    public void Remember(Passage passage, List<FoundAttribution> found, SpeakerPhrase? answerer)
    {
        foreach (var attribution in found)
        {
            if (attribution is { Speaker: { Parts.Count: 1 } speaker, Rule: not (ClaimThatRule or AccordingToRule) })
            {
                if (spoke.Count == Known) spoke.Dequeue();
                spoke.Enqueue((speaker, passage.Paragraph));
            }
        }

        open = answerer is not null ? (answerer, null, passage.Paragraph, passage.EndSentence)
            : EndsParagraph(passage) && found.Count > 0 && found.MaxBy(attribution => attribution.CueUnit) is { Speaker: { Parts.Count: 1 } asker } last && (found.Count == 1 || last.Quotations.Count > 0) && Asks(passage, last)
                ? (asker, Asked(passage, last), passage.Paragraph, passage.EndSentence)
                : null;
    }

    /// <summary>Who else spoke, and last.</summary>
    private SpeakerPhrase? Other(SpeakerPhrase speaker, int paragraph)
    {
        var asking = sources(speaker);
        var other = spoke.LastOrDefault(earlier => earlier.Phrase != speaker && (sources(earlier.Phrase) is not { } source || (source != asking && source.IsSomebody)));
        return other.Phrase is not null && paragraph - other.Paragraph <= Farthest ? other.Phrase : null;
    }

    private static bool EndsParagraph(Passage passage) =>
        passage.EndSentence >= passage.Article.Sentences.Length || passage.Article.Sentences[passage.EndSentence].Paragraph != passage.Paragraph;

    /// <summary>"asked whether", "“Which one?” she asked"; "“What are we to do?”", "“How could they?” asked one of them" is asked of nobody.</summary>
    private bool Asks(Passage passage, FoundAttribution attribution) =>
        passage.Verb(attribution.CueUnit) is { Reporting: { Class: "ask" } term, IsNegated: false, Voice: not Voice.Passive } && term.Term is "ask" or "inquire" or "enquire"
        && (attribution.Quotations is [.., var last]
            ? QuotationEdges.LastMark(passage.Article, quotations[passage.Quotation(last)]) == '?' && !IsOfOwn(passage.Article, quotations[passage.Quotation(last)])
            : attribution.Reported is not null && ComplementReader.After(passage, attribution.CueUnit + 1, term).IsClause);

    private static bool IsOfOwn(Article article, Quotation quotation)
    {
        for (var token = quotation.First; token < quotation.End; token++)
        {
            if (article.Tokens[token].Word.Text is "i" or "we" or "us" or "our" or "my" or "they" or "them") return true;
        }

        return false;
    }

    /// <summary>"asked [the mayor] whether", "“Which one?” Hale asked [him]".</summary>
    private static SpeakerPhrase? Asked(Passage passage, FoundAttribution attribution) =>
        attribution.Speaker!.FirstUnit < attribution.CueUnit && passage.Noun(attribution.CueUnit + 1) is { IsPlural: false } noun && SpeakerPhrases.BeginningAt(passage, attribution.CueUnit + 1) is { Parts.Count: 1 } asked
        && (noun.IsPronoun ? passage.Word(attribution.CueUnit + 1) is "him" or "her" : SpeakerTest.CanSpeak(passage.Article, noun) && (noun.HasName || noun.Person is not null))
        && (attribution.Quotations.Count > 0 || passage.Word(asked.EndUnit) is "whether" or "if" or "what" or "how" or "why" or "who" or "where" or "when")
            ? asked
            : null;
}
