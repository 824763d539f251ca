using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>Whose report a report is: "[army] claims", "[the ministry]'s statement", "the assessment made by [officials]".</summary>
internal static class ReportOwner
{
    public static SpeakerPhrase? Of(Passage passage, SpeakerPhrase subject)
    {
        var noun = subject.Main.Noun;
        if (!SpeakerTest.IsReport(passage.Article, noun))
        {
            // "The drawing made by officials": a thing that cannot speak, but somebody made it.
            return noun.IsPronoun || SpeakerTest.CanSpeak(passage.Article, noun) || passage.Verb(subject.Main.Unit + 1) is null ? null
                : Agent(passage, subject.Main.Unit + 1);
        }

        return Agent(passage, subject.Main.Unit + 1) ?? Within(passage, subject.Main, noun) ?? Issuer(passage, subject.Main.Unit);
    }

    /// <summary>"[The army] issued a statement saying", "put out a statement saying".</summary>
    private static SpeakerPhrase? Issuer(Passage passage, int unit)
    {
        var at = SubjectFinder.OverAdverbs(passage, unit - 1);
        at -= passage.Word(at) == "out" ? 1 : 0;
        return passage.Verb(at) is { Voice: Voice.Active or Voice.BareParticiple, IsNegated: false, Verb.Lemma: "issue" or "release" or "publish" or "put" or "make" or "post" or "circulate" }
            && passage.SubjectOf(at) is { } issuer && SpeakerTest.CanSpeak(passage.Article, issuer.Main.Noun)
            ? issuer
            : null;
    }

    /// <summary>"made by officials", "from the ministry", "released Monday by the army".</summary>
    private static SpeakerPhrase? Agent(Passage passage, int unit)
    {
        var at = unit;
        var made = passage.Verb(at) is { Voice: Voice.BareParticiple or Voice.Passive } && !passage.IsFinite(at);
        at += made ? 1 : 0;
        at += made && passage.Is(at, ChunkKind.Preposition) && passage.Noun(at + 1) is { } day && SpeakerTest.IsTime(passage.Article, day) ? 1 : 0;
        at += made && passage.Noun(at) is { } time && SpeakerTest.IsTime(passage.Article, time) ? 1 : 0;
        if (made && passage.Verb(unit)!.Verb?.Lemma is "cite" or "see" or "obtain" or "review" or "view" or "quote" or "acquire")
        {
            // "an email seen by the paper": whoever saw it has not written it.
            return null;
        }

        return (passage.Word(at) is "by" || (!made && passage.Word(at) is "from"))
            && SpeakerPhrases.BeginningAt(passage, at + 1) is { } agent && SpeakerTest.CanSpeak(passage.Article, agent.Main.Noun)
            ? agent
            : null;
    }

    /// <summary>The possessor or the noun before the report's own.</summary>
    private static SpeakerPhrase? Within(Passage passage, SpeakerPart part, NounPhrase noun)
    {
        var tokens = passage.Article.Tokens;
        if (tokens[noun.First] is { Word.Text: "his" or "her" or "their" or "its" } whose && whose.Is(WordClass.Possessive) && noun.Head == noun.First + 1 && tokens[noun.Head].Word.Reporting is { Class: "claim" or "think" or "deny" or "accuse" } && !(passage.Is(part.Unit + 1, ChunkKind.Comma) && passage.Noun(part.Unit + 2) is { HasName: true }))
        {
            var pronoun = new NounPhrase(noun.First, noun.First + 1) { Head = noun.First, IsPronoun = true, IsPlural = whose.Word.Text == "their" };
            return new SpeakerPhrase(part.Unit, part.Unit + 1, [new SpeakerPart(pronoun, part.Unit, part.Unit + 1)], noun.First, noun.First + 1);
        }

        var end = noun.PossessorEnd >= 0 ? noun.PossessorEnd + 1 : noun.Head;
        var first = noun.First;
        if (noun.PossessorEnd < 0)
        {
            var body = LastBody(passage.Article, first, end);
            while (first < end && first != body && !tokens[first].Is(WordClass.Name | WordClass.PersonNoun | WordClass.Organization))
            {
                first++;
            }

            if (first == body && first > noun.First && Says(passage.Article, first - 1))
            {
                // "a defence ministry statement": what kind of a ministry it is; but "a leaked ministry memo".
                first--;
            }
        }

        if (first >= end || (noun.PossessorEnd < 0 && !IsSpeaker(passage.Article, first, end) && !IsNation(tokens, noun, first, end)))
        {
            return null;
        }

        var owner = NounPhraseCut.Of(passage.Article, noun, first, end);
        return SpeakerTest.CanSpeak(passage.Article, owner) || noun.PossessorEnd >= 0
            ? new SpeakerPhrase(part.Unit, part.Unit + 1, [new SpeakerPart(owner, part.Unit, part.Unit + 1)], first, end)
            : null;
    }

    /// <summary>The last noun for a body before the report's own, or −1: "ministry" in "a defence ministry statement"; a daily or the media are none here.</summary>
    private static int LastBody(Article article, int first, int end)
    {
        for (var at = end - 1; at >= first; at--)
        {
            if (Sources.BodyNouns.KindOf(article, at) is not (null or SourceKind.Media) && !article.Tokens[at].Is(WordClass.Adjective | WordClass.Adverb)) return at;
        }

        return -1;
    }

    /// <summary>Whether a word can say what kind of a body the next one is.</summary>
    private static bool Says(Article article, int at) =>
        article.Tokens[at] is { Kind: TokenKind.Word } word && !word.Is(WordClass.Function | WordClass.Number | WordClass.Month | WordClass.Weekday | WordClass.VerbIng | WordClass.Adverb) && Sources.BodyNouns.KindOf(article, at + 1) != SourceKind.Military
        && (!word.Is(WordClass.Adjective | WordClass.VerbParticiple) || word.Word.Text is "foreign" or "interior") && !(at > 0 && article.Tokens[at - 1].Kind == TokenKind.Punctuation && !word.SpaceBefore);

    /// <summary>"Iranian claims" are a nation's; "Iranian reports" are anybody's there.</summary>
    private static bool IsNation(Tokens tokens, NounPhrase noun, int first, int end) =>
        end == first + 1 && tokens[first].Is(WordClass.Demonym) && tokens[noun.Head].Word.Reporting is { Class: "claim" or "deny" or "accuse" };

    /// <summary>"Ukrainian military intelligence" speaks, "Ukrainian" and "casualty" do not.</summary>
    private static bool IsSpeaker(Article article, int first, int end)
    {
        var tokens = article.Tokens;
        for (var at = first; at < end; at++)
        {
            if (tokens[at].Is(WordClass.Organization | WordClass.Country | WordClass.Seat) || Sources.BodyNouns.KindOf(article, at) is not (null or SourceKind.Media)
                || (tokens[at].Is(WordClass.PersonNoun) && !tokens[at].Is(WordClass.Casualty | WordClass.NotPeople | WordClass.Demonym)))
            {
                return true;
            }
        }

        return false;
    }
}
