using CasualtyApi.Extraction.Places;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>Places the claims whose own sentence names no place, by <see cref="GoesOnRule"/>, once they are linked by what their own words say.</summary>
internal sealed class PlaceCarry
{
    /// <summary>How many sentences behind a place an event there is still told of.</summary>
    private const int Farthest = 2;

    private readonly Article article;

    private IReadOnlyDictionary<string, int>? countries;

    private ClaimDraft? last;

    /// <summary>The sentence of the claim before, placed or not; −1 before the first.</summary>
    private int told = -1;

    /// <summary>The sentence that named the place.</summary>
    private int named;

    public static GoesOnRule GoesOn { get; } = new();

    private PlaceCarry(Article article) => this.article = article;

    /// <param name="article">The text.</param>
    /// <param name="claims">In its order.</param>
    public static void Place(Article article, IEnumerable<ClaimDraft> claims)
    {
        var carry = new PlaceCarry(article);
        foreach (var claim in claims)
        {
            carry.Place(claim);
            carry.told = claim.Mention.Sentence;
        }
    }

    private void Place(ClaimDraft claim)
    {
        if (claim.Place is not null)
        {
            named = claim.Mention.Sentence;
        }
        else if ((claim.PartOf?.Place ?? (IsOfLast(claim) ? last?.Place : null) ?? OfEventBefore(claim)) is { } place)
        {
            claim.Place = place;
            claim.Rules.Add(GoesOn.Id);
        }
        else
        {
            return;
        }

        last = claim;
    }

    private bool IsOfLast(ClaimDraft claim) =>
        GoesOnCounting(claim) && last is { Scope: ClaimScope.Incident } && claim.Scope == ClaimScope.Incident && claim.Mention.Sentence - named is > 0 and <= Farthest
        && article.Sentences[claim.Mention.Sentence].Paragraph == article.Sentences[named].Paragraph && StaysThere(claim.Mention.Sentence);

    /// <summary>"A bomb exploded at a market in Kismayo. Nine people died.": where the sentence before tells of an event at one place, and of nobody harmed.</summary>
    private PlaceReading? OfEventBefore(ClaimDraft claim)
    {
        var sentence = claim.Mention.Sentence;
        if (claim.Scope != ClaimScope.Incident || claim.Certainty == Certainty.Denied || sentence == 0 || told == sentence - 1 || IsElsewhere(article.Sentences[sentence]))
        {
            return null;
        }

        var before = article.Sentences[sentence - 1];
        if (before.Paragraph != article.Sentences[sentence].Paragraph || !(IncidentWords.Has(article, before) || IncidentWords.HasVerb(article, before)))
        {
            return null;
        }

        var there = PlaceReader.Find(article, before, countries ??= CountryMentions.In(article));
        return there is [{ IsOrigin: false, IsLoose: false, Reading.Precision: not PlacePrecision.Country } only] && !PlaceReader.IsOneOfTwo(article, only) ? only.Reading : null;
    }

    /// <summary>"Six others", "another two", "thirty more", "nine of the dead", a bare number: words that count on from what was told.</summary>
    private bool GoesOnCounting(ClaimDraft claim)
    {
        var who = claim.Mention.Counted ?? claim.Mention.Victim!.Phrase;
        for (var token = who.First; token <= who.Head; token++)
        {
            if (article.Tokens[token].Word.Text is "other" or "others" or "another" or "more" or "further") return true;
        }

        return who.IsElliptic || claim.Mention.Rule is "casualties.among-the-dead" or "casualties.share";
    }

    /// <summary>Whether no sentence up to the claim's goes elsewhere.</summary>
    private bool StaysThere(int until)
    {
        for (var sentence = named + 1; sentence <= until; sentence++)
        {
            if (IsElsewhere(article.Sentences[sentence])) return false;
        }

        return true;
    }

    /// <summary>A sentence that names any place, or says that it tells of something else.</summary>
    private bool IsElsewhere(Sentence sentence)
    {
        foreach (ref readonly var token in article.Tokens.AsSpan(sentence.First, sentence.End - sentence.First))
        {
            if ((token.Is(WordClass.Place) && !token.Is(WordClass.GivenName | WordClass.Demonym)) || SaysElsewhere(token.Word.Text)) return true;
        }

        return false;
    }

    /// <summary>"in the capital", "across the border", "an earlier raid", "in all": words of another place, another event or a sum.</summary>
    private static bool SaysElsewhere(string word) =>
        word is "elsewhere" or "separately" or "separate" or "meanwhile" or "nationwide" or "country" or "capital" or "region" or "province" or "border" or "cities" or "towns" or "villages" or "neighbouring" or "neighboring" or "nearby" or "outside"
            or "north" or "south" or "east" or "west" or "earlier" or "previous" or "later" or "far" or "all";
}
