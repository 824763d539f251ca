using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>"Reuters reported, citing the ministry": the one cited speaks, whoever cites hands it on.</summary>
internal sealed class RelayRule : AttributionRule
{
    public override string Id => "attribution.relay";

    public override string Summary => "A report \"citing\" or \"quoting\" another: the one cited speaks, whoever cites hands it on.";

    public override string Example => "The network reported four deaths, citing the ministry.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue) =>
        cue.Verb is { Voice: Voice.Ing } && cue.Term.Term is "cite" or "quote" && cue.Passage.Word(cue.Unit - 1) is not "as"
        && SpeakerPhrases.BeginningAt(cue.Passage, cue.Unit + 1) is { } cited && SpeakerTest.CanSpeak(cue.Passage.Article, cited.Main.Noun) && !IsOwn(cue, cited)
            ? Found(cue, ReportOwner.Of(cue.Passage, cited) ?? cited) with { Reported = (cue.Unit, cited.EndUnit) }
            : null;

    /// <summary>"the presidency said, citing a provisional toll", "an envoy, citing satellite imagery, said", "citing Chilean counterparts": nobody else speaks; the press cites what others wrote.</summary>
    private static bool IsOwn(Cue cue, SpeakerPhrase cited) => cue.Passage is var passage && !(cue.Subject is { } citing && IsMedium(passage.Article, citing.Main.Noun))
        && (passage.Article.Tokens[cited.Main.Noun.Head].Word.Text is "counterpart" or "counterparts" or "colleague" or "colleagues" || (IsThing(passage.Article, cited.Main.Noun) && ReportOwner.Of(passage, cited) is null));

    /// <summary>What is looked at or read, and is nobody; "the police report" is the police's.</summary>
    private static bool IsThing(Text.Article article, NounPhrase noun) =>
        (SpeakerTest.IsReport(article, noun) && noun is { Person: null, Organization: null, Country: null }) || (noun is { IsPronoun: false, HasName: false, Person: null, Organization: null } && !SpeakerTest.CanSpeak(article, noun));

    /// <summary>"Reuters", "the newspaper", "The newspaper El Tiempo", "a correspondent".</summary>
    private static bool IsMedium(Text.Article article, NounPhrase noun) =>
        noun.Organization is { Kind: SourceKind.Media } || noun.Person?.Kind == PartyKind.Press || Sources.BodyNouns.KindOf(article, noun.Head) == SourceKind.Media
        || (noun is { HasName: true, Person: null } && noun.NameFirst > noun.First && Sources.BodyNouns.KindOf(article, noun.NameFirst - 1) == SourceKind.Media);

    /// <summary>Lays a citation over the attribution it hangs on: the nearest one before it, or the first one behind.</summary>
    public FoundAttribution Over(FoundAttribution attribution, FoundAttribution citation) => attribution with
    {
        Rule = this,
        Speaker = citation.Speaker,
        Relay = attribution.Speaker is { } relaying ? [.. attribution.Relay, relaying] : attribution.Relay,
        Reported = attribution.Reported is { } reported && citation.Reported is { } cited && !attribution.ContentBefore
            ? (Math.Min(reported.First, cited.First), Math.Max(reported.End, cited.First < reported.First ? reported.End : cited.End))
            : attribution.Reported,
    };
}
