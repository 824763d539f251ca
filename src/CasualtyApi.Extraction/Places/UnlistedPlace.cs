using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Places;

/// <summary>
/// A name that the gazetteer lacks, made a place by the words around it: "Fambita village", "the town of Mai Mahiu", "near
/// Hanine". It has no coordinates; its country is the one that the words beside it or the whole article name.
/// </summary>
internal static class UnlistedPlace
{
    private const WordClass NamePart = WordClass.GivenName | WordClass.Place;

    /// <summary>The place whose name begins at a token; null where none does.</summary>
    public static PlacePhrase? TryRead(Article article, Sentence sentence, int index, IReadOnlyDictionary<string, int> countries)
    {
        if (article.IsUpperCase || !Begins(article, sentence, index) || Periods.QuarterRule.Number(article, index) is not null)
        {
            return null;
        }

        var end = End(article, sentence, index);
        var noun = NounOfPlace(article, sentence, end);
        var site = noun < 0 ? null : KindOfPlace.Of(article.Tokens[noun]);
        var isSiteName = site == PlacePrecision.Exact && article.Tokens[noun].Capitalized;
        if (IsListed(article, index, end) && !isSiteName)
        {
            return null;
        }

        var last = site is not null && article.Tokens[noun].Capitalized ? noun + 1 : end;
        var behind = site is null ? end : noun + 1;
        if (PlaceGovernor.Of(article, sentence, index, behind) is not { } governor)
        {
            return null;
        }

        if (site is null && governor.Kind.Length == 0 && !StandsAlone(article, sentence, index, end))
        {
            return null;
        }

        var precision = site ?? (IsRegion(governor.Kind) ? PlacePrecision.Region : IsNatural(article, index) ? PlacePrecision.Exact : PlacePrecision.City);
        var name = article.Words(index, last);
        return new PlacePhrase(index, behind, new PlaceReading(name, name, CountryOf(article, sentence, index, end, countries), null, null, precision), PlaceReader.In.Id)
        {
            IsOrigin = governor.IsOrigin,
        };
    }

    /// <summary>The name that fills a table's cell under a heading for places; null where words that are no name do ("Total").</summary>
    public static PlacePhrase? InCell(Article article, Sentence row, PlaceCell cell, IReadOnlyDictionary<string, int> countries)
    {
        var hasName = false;
        for (var index = cell.First; index < cell.End; index++)
        {
            hasName |= IsPart(article, index);
            if (!article.Tokens[index].Capitalized && !IsParticle(article, index) && !article.IsMark(index, '-'))
            {
                return null;
            }
        }

        if (!hasName)
        {
            return null;
        }

        var name = article.Words(cell.First, cell.End);
        var precision = IsRegion(cell.Kind) ? PlacePrecision.Region : PlacePrecision.City;
        return new PlacePhrase(cell.First, cell.End, new PlaceReading(name, name, CountryOf(article, row, cell.First, cell.End, countries), null, null, precision), PlaceReader.In.Id);
    }

    /// <summary>A district may as well be a town's.</summary>
    private static bool IsRegion(string kind) => KindOfPlace.IsRegion(kind) && kind != "district";

    /// <summary>A capital that nothing else explains, or "Mount", "Lake", "Camp" before one.</summary>
    private static bool Begins(Article article, Sentence sentence, int index) =>
        IsPart(article, index) && (index == sentence.First || !IsPart(article, index - 1) || article.Tokens[index - 1].Is(WordClass.Place))
        || (IsNatural(article, index) && index + 1 < sentence.End && IsPart(article, index + 1));

    private static bool IsPart(Article article, int index)
    {
        ref readonly var token = ref article.Tokens[index];
        return token is { Kind: TokenKind.Word, Capitalized: true } && (token.Class & ~NamePart) == 0 && !token.Has(TokenFlags.AllCapitals);
    }

    private static bool IsNatural(Article article, int index) =>
        article.Tokens[index].Capitalized && article.Tokens[index].Word.Text is "mount" or "lake" or "camp" or "fort" or "kibbutz" or "port";

    /// <summary>Behind the name: capitals, what a hyphen joins, and the small words of names ("Ain al-Hilweh", "Boca del Rio").</summary>
    private static int End(Article article, Sentence sentence, int index)
    {
        var at = index + 1;
        while (at < sentence.End && !article.Tokens[at].Has(TokenFlags.LineBreakBefore))
        {
            if (IsPart(article, at))
            {
                at++;
            }
            else if (at + 1 < sentence.End && CharacterClass.IsDash(article.Text[article.Tokens[at].Start]) && !article.Tokens[at].SpaceBefore && !article.Tokens[at + 1].SpaceBefore && article.Tokens[at + 1].Kind == TokenKind.Word)
            {
                at += 2;
            }
            else if (at + 2 < sentence.End && IsParticle(article, at) && (IsPart(article, at + 1) || (CharacterClass.IsDash(article.Text[article.Tokens[at + 1].Start]) && !article.Tokens[at + 1].SpaceBefore && IsPart(article, at + 2))))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsParticle(Article article, int index) =>
        article.TextOf(article.Tokens[index]) is "al" or "el" or "ad" or "as" or "ash" or "az" or "ar" or "de" or "del" or "la" or "las" or "los" or "du" or "bin";

    /// <summary>One name of the gazetteer and no more.</summary>
    private static bool IsListed(Article article, int index, int end) =>
        end == index + 1 && article.Tokens[index].Is(WordClass.Place | WordClass.Country | WordClass.Seat);

    /// <summary>The noun that says what the name is, the last of "border post"; −1 where none stands behind it, or people do ("Fambita village elders").</summary>
    private static int NounOfPlace(Article article, Sentence sentence, int end)
    {
        var at = end;
        while (at < sentence.End && article.Tokens[at].Is(WordClass.Noun) && (article.Tokens[at].Word.NotPeople == "building" || KindOfPlace.Is(article.Tokens[at].Word.Text)) && !article.Tokens[at].Has(TokenFlags.LineBreakBefore))
        {
            at++;
        }

        return at == end || (at < sentence.End && article.Tokens[at].Is(WordClass.PersonNoun)) ? -1 : at - 1;
    }

    /// <summary>"in Hanine on Monday"; but not "in Kalibr launches", "in Ali Hassan", and no name whose place nobody says to be one ("at Boeing").</summary>
    private static bool StandsAlone(Article article, Sentence sentence, int index, int end)
    {
        var before = index > sentence.First ? article.Tokens[index - 1].Word.Text : "";
        var isDirection = before is "southern" or "northern" or "eastern" or "western" or "central";
        if (isDirection && index - 1 > sentence.First)
        {
            before = article.Tokens[index - 2].Word.Text;
        }

        if (before is not ("in" or "near" or "outside" or "around" or "inside" or "of" or "off" or "on" or "across" or "to") || (before == "on" && !IsNatural(article, index))
            || (end > index + 1 && article.Tokens[index].Is(WordClass.GivenName) && !article.Tokens[index].Is(WordClass.Place)))
        {
            return false;
        }

        return end >= sentence.End || article.Tokens[end].Kind is TokenKind.Punctuation or TokenKind.Quote or TokenKind.Number
            || article.Tokens[end].Is(WordClass.Function | WordClass.Adverb | WordClass.Weekday | WordClass.Month | WordClass.VerbPast | WordClass.VerbIng);
    }

    /// <summary>"the Kenyan town of Mai Mahiu", "in Fambita, Niger", "in Fambita in western Niger": the nation beside it; else the only one the article names.</summary>
    private static string? CountryOf(Article article, Sentence sentence, int index, int end, IReadOnlyDictionary<string, int> countries)
    {
        for (var at = index - 1; at >= sentence.First && at >= index - 5 && article.Tokens[at].Kind is TokenKind.Word or TokenKind.PossessiveMark && !article.Tokens[at].Is(WordClass.Verb & ~WordClass.VerbBase); at--)
        {
            if (article.Tokens[at].Is(WordClass.Country | WordClass.Demonym) && article.Tokens[at].Word.Country is { } nation)
            {
                return nation.Code;
            }
        }

        for (var at = end; at < sentence.End && at <= end + 5 && !article.Tokens[at].Is(WordClass.Verb & ~(WordClass.VerbBase | WordClass.VerbS)); at++)
        {
            if (article.Tokens[at].Is(WordClass.Country) && article.Tokens[at].Word.Country is { } nation)
            {
                return nation.Code;
            }
        }

        return countries.Count == 1 ? countries.Keys.First() : null;
    }
}
