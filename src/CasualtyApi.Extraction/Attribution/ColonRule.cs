using CasualtyApi.Extraction.Attribution.Sources;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A speaker's name and a colon, as headlines and transcripts have it.</summary>
internal sealed class ColonRule : AttributionRule
{
    public override string Id => "attribution.colon";

    public override string Summary => "A speaker's name and a colon, as headlines and transcripts have it.";

    public override string Example => "Pentagon: Two ships were damaged.";

    public override CueKind Cue => CueKind.Mark;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        if (!passage.Is(cue.Unit, ChunkKind.Colon))
        {
            return null;
        }

        if (IsDateline(passage, cue.Unit))
        {
            return null;
        }

        if (cue.Unit == 1 && passage.Count > 2 && IsTurn(passage))
        {
            return passage.IsQuotation(2) ? Found(cue, null) with { Quotations = [2] } : Between(cue, null, 0, 3);
        }

        if (IsCapitalTurn(passage, cue.Unit) && !passage.IsQuotation(cue.Unit + 1) && SpeakerPhrases.EndingAt(passage, cue.Unit - 1) is { FirstUnit: 0 } turn && turn.Main.Noun.HasName)
        {
            return Between(cue, turn, 0, passage.Count);
        }

        if (passage.IsQuotation(cue.Unit + 1) && Described(passage, cue.Unit) is { } described)
        {
            return Found(cue, described) with { Quotations = [cue.Unit + 1] };
        }

        if (cue.Unit + 1 >= passage.Count || SpeakerPhrases.EndingAt(passage, cue.Unit - 1) is not { FirstUnit: 0 } speaker || !IsLabel(passage.Article, speaker.Main.Noun))
        {
            return null;
        }

        // "Mexico: Eleven bodies were found in a grave": a nation's name before a headline says where, unless it is quoted.
        if (!passage.IsQuotation(cue.Unit + 1) && passage.Article.Tokens[speaker.Main.Noun.Head].Is(WordClass.Country))
        {
            return null;
        }

        return passage.IsQuotation(cue.Unit + 1)
            ? Found(cue, speaker) with { Quotations = [cue.Unit + 1] }
            : ClauseTest.IsClauseAt(passage, cue.Unit + 1) && !HasTrailingCue(passage, cue.Unit + 2) ? Reported(cue, speaker, cue.Unit + 2) : null;
    }

    /// <summary>"Luis Paz, 42, a driver: “…”", "Rep. Ana Ruiz (D-Calif.): “…”": whom a sentence begins with, where only words that describe him stand before the colon.</summary>
    private static SpeakerPhrase? Described(Passage passage, int colon)
    {
        if (SpeakerPhrases.BeginningAt(passage, 0) is not { } first || first.EndUnit >= colon || !(passage.Is(first.EndUnit, ChunkKind.Comma) || passage.Is(first.EndUnit, ChunkKind.Open)) || !(first.Main.Noun.HasName || first.Main.Noun.Person is not null))
        {
            return null;
        }

        for (var at = first.EndUnit; at < colon; at++)
        {
            if (passage.Verb(at) is not null && passage.IsFinite(at)) return null;
        }

        // "The foreign minister, Luis Paz: “…”"
        return !first.Main.Noun.HasName && first.EndUnit + 2 == colon && passage.Noun(colon - 1) is { HasName: true } ? SpeakerPhrases.EndingAt(passage, colon - 1) : first;
    }

    /// <summary>"Haiti: Gangs killed 12 people, the ministry said": who says it stands behind it, and the label says what it is about.</summary>
    private static bool HasTrailingCue(Passage passage, int from)
    {
        var last = passage.Count - 1;
        while (last > from && passage.Verb(last) is null)
        {
            last--;
        }

        return last > from && passage.Verb(last)!.Reporting is not null && passage.SubjectOf(last) is { } speaker && passage.Is(speaker.FirstUnit - 1, ChunkKind.Comma);
    }

    /// <summary>"Pentagon:", "Police:", "Poll:"; not "Correction:" or "The Latest:".</summary>
    private static bool IsLabel(Article article, NounPhrase noun) =>
        !noun.IsPronoun && (SpeakerTest.IsReport(article, noun)
            ? article.Tokens[noun.Head].Word.Reporting is { Class: "estimate" or "indicate", Term: not "update" }
            : noun.HasName || noun.Organization is not null || noun.Person is not null || BodyNouns.KindOf(article, noun.Head) is not null
                || article.Tokens[noun.Head].Is(WordClass.Country | WordClass.Seat));

    /// <summary>"PESHAWAR: Three policemen were killed": a place in capitals, or what begins a text in capitals, is no body and nobody's title, and is followed by no talk, says where it was written.</summary>
    private static bool IsDateline(Passage passage, int colon)
    {
        var article = passage.Article;
        if (article.IsUpperCase || passage.IsQuotation(colon + 1) || !(passage.First == 0 || article.Tokens[passage.First].Has(TokenFlags.LineBreakBefore)))
        {
            return false;
        }

        var isPlace = false;
        for (var token = passage.First; token < passage[colon].First; token++)
        {
            ref readonly var word = ref article.Tokens[token];
            if (word.Kind != TokenKind.Word) continue;
            if (!word.Has(TokenFlags.AllCapitals) || word.Is(WordClass.Organization | WordClass.PersonNoun | WordClass.Title | WordClass.ReportingNoun)) return false;
            isPlace |= word.Is(WordClass.Place | WordClass.Seat | WordClass.Country);
        }

        return isPlace || (passage.First == 0 && !IsTalk(passage, colon) && !HasLaterLabel(article, passage[colon].First));
    }

    /// <summary>A question, or words of "I", "we" and "you": somebody speaks.</summary>
    private static bool IsTalk(Passage passage, int colon)
    {
        for (var token = passage[colon].First; token < passage.End; token++)
        {
            if (passage.Article.IsMark(token, '?') || passage.Article.Tokens[token].Word.Text is "i" or "we" or "you" or "our" or "my" or "your" or "us" or "me") return true;
        }

        return false;
    }

    /// <summary>Whether another line begins with a word in capitals and a colon.</summary>
    private static bool HasLaterLabel(Article article, int from)
    {
        for (var token = from + 1; token + 1 < article.Tokens.Length; token++)
        {
            if (article.Tokens[token].Has(TokenFlags.LineBreakBefore) && article.Tokens[token].Has(TokenFlags.AllCapitals) && (article.IsMark(token + 1, ':') || article.IsMark(token + 2, ':'))) return true;
        }

        return false;
    }

    /// <summary>"TAPPER: So no vote this week?": a name in capitals at the beginning of a line, in a text that is not all capitals, whatever follows.</summary>
    private static bool IsCapitalTurn(Passage passage, int colon)
    {
        var article = passage.Article;
        if (article.IsUpperCase || colon + 1 >= passage.Count || !(passage.First == 0 || article.Tokens[passage.First].Has(TokenFlags.LineBreakBefore)))
        {
            return false;
        }

        var said = article.Tokens[passage[colon + 1].First];
        if (said.Has(TokenFlags.AllCapitals) && said.End - said.Start > 1)
        {
            return false;
        }

        for (var token = passage.First; token < passage[colon].First; token++)
        {
            if (article.Tokens[token].Kind == TokenKind.Word && !article.Tokens[token].Has(TokenFlags.AllCapitals))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The turns of a transcript that names nobody.</summary>
    private static bool IsTurn(Passage passage) => passage.Article.Words(passage[0].First, passage[0].End) is "Q" or "A" or "QUESTION" or "ANSWER";
}
