using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>Whether a word that can be a noun reports at its place: "the army plans to", "data from the survey show that".</summary>
internal ref partial struct NounPhraseReader
{
    /// <summary>"data from the survey show that", "services in Ternopil say the", "the average of polls shows a": the verb goes with the noun before the preposition.</summary>
    private readonly bool AgreesWithFirst(in Token token, in Token next) =>
        token.Is(WordClass.ReportingVerb) && before.Count > 1 && before[^1].Kind == ChunkKind.Preposition && before[^2] is NounPhrase { IsPronoun: false } subject
        && (token.Is(WordClass.VerbS) ? !subject.IsPlural && next.Is(WordClass.Article | WordClass.Subordinator | WordClass.Name)
            : subject.IsPlural && ((token.Word.Text == "say" && BeginsObject(next)) || next.Word.Text is "that" or "he" or "she" or "they" or "we" or "it"));

    /// <summary>"Israeli claims that": an adjective needs its noun.</summary>
    private readonly bool IsBareDemonym() =>
        determiner == 0 && count is null && head == first && tokens[head].Is(WordClass.Demonym) && !tokens[head].Is(WordClass.Country) && !tokens[head].Word.IsPlural;

    /// <summary>", the ministry estimates.", "The strike, Israel claims, killed": a verb that reports, with nothing of its own behind it.</summary>
    private readonly bool EndsReport(int index, bool isSaidBySpeaker) =>
        tokens[index].Is(WordClass.ReportingVerb) && tokens[index].Is(WordClass.VerbS | WordClass.VerbBase)
        && (index + 1 >= end || article.Text[tokens[index + 1].Start] is '.' or '!' or ';' || (isSaidBySpeaker && article.Text[tokens[index + 1].Start] is ','));

    /// <summary>The same where the noun phrase before has ended: ", it claims.", "“…,” the memo states.".</summary>
    private readonly bool IsInsertedCue(int index) =>
        before.Count > 1 && before[^1] is NounPhrase subject && before[^2].Kind is ChunkKind.Comma or ChunkKind.Quote
        && (tokens[index].Is(WordClass.VerbS) ? !subject.IsPlural : subject.IsPlural) && EndsReport(index, subject.IsPronoun || IsSpeaker(subject.Head));

    private readonly bool GoesOnFromSubject() =>
        before.Count > 0 && !(before is [.., VerbGroup, { Kind: ChunkKind.Adverb, First: var particle }] && Particle.Is(tokens[particle].Word.Text))
        && before[^1].Kind is ChunkKind.NounPhrase or ChunkKind.Comma or ChunkKind.Close or ChunkKind.Relative or ChunkKind.Adverb or ChunkKind.Coordinator;

    /// <summary>"wants to leave", "calls for talks": what follows is what the verb takes.</summary>
    private readonly bool BeginsReported(int index)
    {
        if (!tokens[index].Is(WordClass.ReportingVerb) || tokens[index].Word.Reporting is not { } term || index + 2 >= end)
        {
            return false;
        }

        var next = tokens[index + 1].Word.Text;
        return next == "to" ? term.Frames.Contains("inf") && tokens[index + 2].Is(WordClass.VerbBase | WordClass.Be | WordClass.Have)
            : tokens[index + 1].Is(WordClass.Preposition) && next is not ("of" or "in") && term.Frames.Contains(next);
    }

    private readonly bool IsSpeaker(int index) =>
        tokens[index].Is(WordClass.PersonNoun | WordClass.Name | WordClass.Title)
        || (!article.IsUpperCase && tokens[index].Capitalized && (index > first || tokens[index].Class == WordClass.None));
}
