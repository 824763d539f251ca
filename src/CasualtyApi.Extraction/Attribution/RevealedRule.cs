using CasualtyApi.Extraction.Attribution.Sources;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A speaker and a verb that reports a thing rather than a clause: figures, losses, a plan in quotation marks.</summary>
internal sealed class RevealedRule : AttributionRule
{
    public override string Id => "attribution.revealed";

    public override string Summary => "A speaker and a verb that reports a thing rather than a clause: figures, losses, a word in quotation marks.";

    public override string Example => "The ministry confirmed the loss of two ships.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue) =>
        cue.Asserts && IsReported(cue) && Perceives(cue) && !IsOfLives(cue) && !IsByForce(cue) && BySubject(cue) is { } found ? found with { IsThing = true, IsIntent = IsResponsibility(cue) } : null;

    /// <summary>"claimed responsibility for the attack that left 12 dead", "denied involvement in it": whoever does so gives no figures, and denies none.</summary>
    public static bool IsResponsibility(Cue cue) =>
        cue.Passage.Noun(cue.Unit + 1) is { } noun && cue.Passage.Article.Tokens[noun.Head].Word.Text is "responsibility" or "credit" or "involvement" or "role" or "part" or "hand" or "link" or "links" or "knowledge" or "complicity" or "connection";

    /// <summary>"gave their lives": a death, and no word.</summary>
    private static bool IsOfLives(Cue cue) =>
        cue.Passage.Noun(cue.Complement.Unit) is { } noun && cue.Passage.Article.Tokens[noun.Head].Word.CasualtyNoun is { Frame: Vocabulary.CasualtyFrame.Life };

    /// <summary>"The city has seen 300 killings": what only people see is said by people.</summary>
    private static bool Perceives(Cue cue) =>
        cue.Term is not { Class: "indicate", IsWeak: true } || cue.Subject?.Main.Noun is { IsPronoun: true } or { HasName: true } or { Person: not null } or { Organization: not null }
        || (cue.Subject is { } body && BodyNouns.KindOf(cue.Passage.Article, body.Main.Noun.Head) is not null);

    public static bool IsReported(Cue cue) => cue.Term.Class != "tell" && !cue.IsQuotedAsSaying && (
        (cue.Complement.Kind is ComplementKind.Noun or ComplementKind.Gerund && cue.Term.TakesThing && (!cue.Term.IsWeak || IsOfCasualties(cue) || IsOfThing(cue)))
        || IsCalledSomething(cue) || IsSeenDoing(cue) || IsPutAt(cue)
        || (cue.Complement.Kind != ComplementKind.None && cue.Passage.HasFragmentBehind(cue.Unit)));

    /// <summary>"the footage shows an officer running".</summary>
    private static bool IsSeenDoing(Cue cue) =>
        cue.Term is { Class: "indicate" } && cue.Term.Flags.Contains("document") && cue.Complement.Kind == ComplementKind.Noun && cue.Term.TakesThing
        && cue.Passage.Verb(NounPhraseWalk.EndOf(cue.Passage, cue.Complement.Unit)) is { Voice: Grammar.Voice.Ing };

    /// <summary>"welcomed the decision" speaks, "welcomed the guests", "welcomed the president" does not.</summary>
    private static bool IsOfThing(Cue cue) =>
        cue.Term.Flags.Contains("thing") && cue.Complement.Kind == ComplementKind.Noun
        && cue.Passage.Noun(cue.Complement.Unit) is { IsPronoun: false, Person: null, HasName: false, Organization: null, Country: null, Count: null } noun
        && (noun.Determiner != 0 || noun.PossessorEnd >= 0) && !cue.Passage.Article.Tokens[noun.Head].Is(Text.WordClass.Place | Text.WordClass.Number);

    /// <summary>"armed men attacked the camp": with no words.</summary>
    private static bool IsByForce(Cue cue) =>
        cue.Term.Term == "attack" && cue.Subject?.Main.Noun is { Person.Kind: PartyKind.ArmedGroup or PartyKind.Military or PartyKind.Police } or { Organization.Kind: SourceKind.ArmedGroup or SourceKind.Military };

    /// <summary>"puts the cost at $25 billion": whoever puts a thing at a number estimates it.</summary>
    private static bool IsPutAt(Cue cue) =>
        cue.Term is { Class: "estimate", Term: "put" } && cue.Complement.Kind == ComplementKind.Noun && NounPhraseWalk.HeadEndOf(cue.Passage, cue.Complement.Unit) is var at
        && cue.Passage.Word(at) == "at" && at + 1 < cue.Passage.Count && IsNumber(cue.Passage, at + 1);

    private static bool IsNumber(Passage passage, int unit) =>
        passage.Token(unit).Kind == Text.TokenKind.Number || Text.CharacterClass.IsCurrency(passage.Article.Text[passage.Token(unit).Start]) || passage.Noun(unit) is { Count: not null };

    /// <summary>"called the raid a disgrace": what it is called follows the thing.</summary>
    private static bool IsCalledSomething(Cue cue)
    {
        if (cue.Complement.Kind != ComplementKind.Noun)
        {
            return false;
        }

        // "hailed the ruling as a victory"
        if (cue.Term.Frames.Contains("as") && cue.Passage.Word(NounPhraseWalk.EndOf(cue.Passage, cue.Complement.Unit)) == "as")
        {
            return true;
        }

        if (cue.Term.Term is not ("call" or "deem" or "label" or "term" or "brand" or "dub"))
        {
            return false;
        }

        var named = NounPhraseWalk.EndOf(cue.Passage, cue.Complement.Unit);
        return cue.Passage.Noun(named) is { Determiner: not 0 } || cue.Passage.Is(named, Grammar.ChunkKind.Adjective);
    }

    /// <summary>"put the death toll at 45": a verb of many uses reports where its object is a toll; who "found 12 bodies" did so with his hands.</summary>
    public static bool IsOfCasualties(Cue cue)
    {
        if (cue.Passage.Noun(cue.Complement.Unit) is not { } noun)
        {
            return false;
        }

        for (var token = noun.First; token < noun.End; token++)
        {
            if (cue.Passage.Article.Tokens[token] is var word && word.Is(Text.WordClass.Casualty) && word.Word.CasualtyNoun is not { Frame: Vocabulary.CasualtyFrame.Body })
            {
                return true;
            }
        }

        if (cue.Passage.Article.Tokens[noun.Head].Word.Text is "account" or "version" && cue.Passage.Is(NounPhraseWalk.EndOf(cue.Passage, cue.Complement.Unit), Grammar.ChunkKind.Colon))
        {
            // "gave a very different account: 58 soldiers dead"
            return true;
        }

        // "Amnesty counted 304"
        return (noun is { IsElliptic: true, Count: not null, IsPlural: true } && cue.Term.Term is "count" or "tally" or "list" or "record" or "document") || cue.Passage.Article.Tokens[noun.Head].Word.Text is "number" or "total" or "figure" or "tally";
    }

    /// <summary>"quoted the mayor as saying": <see cref="AsSayingRule"/> reads it.</summary>
    public static bool IsQuotedAsSaying(Cue cue)
    {
        for (var at = cue.Unit + 1; at < cue.Unit + 8; at++)
        {
            if (cue.Passage.Word(at) is "as" && cue.Passage.Verb(at + 1) is { Reporting: not null, Voice: Grammar.Voice.Ing })
            {
                return true;
            }
        }

        return false;
    }
}
