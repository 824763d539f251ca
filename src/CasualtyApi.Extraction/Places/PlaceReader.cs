using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Places;

/// <summary>A place named in a sentence: tokens [First, End).</summary>
internal sealed record PlacePhrase(int First, int End, PlaceReading Reading, string Rule)
{
    /// <summary>Where people came from ("fled El Fasher"): the place of a flight and of nothing else.</summary>
    public bool IsOrigin { get; init; }

    /// <summary>Only the border with it was the place, or who says so is there: another that the sentence names is nearer the truth.</summary>
    public bool IsLoose { get; init; }
}

/// <summary>Finds where something happened: the place behind a locative preposition nearest to the claim.</summary>
internal static class PlaceReader
{
    /// <summary>How many words may stand between a place and the region it lies in.</summary>
    private const int MostAround = 6;

    public static InRule In { get; } = new();

    public static List<PlacePhrase> Find(Article article, Sentence sentence, IReadOnlyDictionary<string, int> countries)
    {
        var found = new List<PlacePhrase>();
        for (var index = sentence.First; index < sentence.End; index++)
        {
            ref readonly var token = ref article.Tokens[index];
            if (UnlistedPlace.TryRead(article, sentence, index, countries) is { } unlisted)
            {
                found.Add(unlisted);
                index = unlisted.End - 1;
            }
            else if (found.Count > 0 && IsAround(article, found[^1], index))
            {
                continue;
            }
            else if (token.Is(WordClass.Place | WordClass.Country | WordClass.Seat) && !IsName(article, sentence, index) && !IsOfAnother(article, sentence, index) && !IsOfSaying(article, sentence, index) && !IsOfHistory(article, sentence, index) && PlaceGovernor.Of(article, sentence, index, index + 1) is { } governor
                && PlaceGazetteer.Resolve(article, index, governor.Kind, countries) is { } place)
            {
                found.Add(new PlacePhrase(index, index + 1, place, In.Id) { IsOrigin = governor.IsOrigin, IsLoose = governor.IsBorder || IsOfSpeaker(article, sentence, index + 1) });
            }
        }

        return found;
    }

    /// <summary>The place that a table's cell names; null where it names none ("Total").</summary>
    public static PlacePhrase? InCell(Article article, Sentence row, PlaceCell cell, IReadOnlyDictionary<string, int> countries) =>
        cell.End == cell.First + 1 && article.Tokens[cell.First].Is(WordClass.Place | WordClass.Country)
            ? PlaceGazetteer.Resolve(article, cell.First, KindOfPlace.IsRegion(cell.Kind) ? cell.Kind : "", countries) is { } listed ? new PlacePhrase(cell.First, cell.End, listed, In.Id) : null
            : UnlistedPlace.InCell(article, row, cell, countries);

    /// <summary>"in Kano, Nigeria", "in Tyre, southern Lebanon", "in El Fasher, the capital of North Darfur", "in Envigado, 10 km from Medellin": what only says where the place before it lies.</summary>
    private static bool IsAround(Article article, PlacePhrase place, int index)
    {
        var tokens = article.Tokens;
        if (IsWithin(article, place, index))
        {
            return true;
        }

        if (!tokens[index].Is(WordClass.Place | WordClass.Country) || place.Reading.Precision == PlacePrecision.Country || index > place.End + MostAround || !(article.IsMark(place.End, ',') || article.IsMark(place.End, '(')))
        {
            return false;
        }

        var (isFar, isCounted) = (false, false);
        for (var at = place.End + 1; at < index; at++)
        {
            isFar |= tokens[at].Word.NotPeople == "distance";
            isCounted |= tokens[at].Is(WordClass.Cardinal | WordClass.VagueNumber);
            if (tokens[at].Kind is not (TokenKind.Word or TokenKind.Number) || tokens[at].Is(WordClass.Coordinator | WordClass.Auxiliary | WordClass.VerbPast | WordClass.Casualty | WordClass.PersonNoun))
            {
                return false;
            }
        }

        // "three in Kharkiv, two in Kherson": Kherson has dead of its own.
        return isFar || (!isCounted && (tokens[index].Word.Country?.Code == place.Reading.Country || tokens[index].Word.Places.Any(other => other.Precision == PlacePrecision.Region && other.CountryCode == place.Reading.Country)));
    }

    /// <summary>"near Quillabamba in southern Peru", "in Goma in the Congo": the country or the region right behind "in".</summary>
    private static bool IsWithin(Article article, PlacePhrase place, int index)
    {
        var tokens = article.Tokens;
        if (tokens[place.End].Word.Text != "in" || index > place.End + 3 || place.Reading.Precision is PlacePrecision.Country or PlacePrecision.Region || place.IsOrigin
            || !(tokens[index].Is(WordClass.Country) || tokens[index].Word.Places.Any(other => other.Precision == PlacePrecision.Region)))
        {
            return false;
        }

        for (var at = place.End + 1; at < index; at++)
        {
            if (!tokens[at].Is(WordClass.Article | WordClass.Adjective)) return false;
        }

        return true;
    }

    /// <summary>"Smith told reporters in Geneva", "she said in Kyiv": where it was said.</summary>
    private static bool IsOfSaying(Article article, Sentence sentence, int index)
    {
        if (index - 2 < sentence.First || article.Tokens[index - 1].Word.Text is not ("in" or "at"))
        {
            return false;
        }

        var at = index - 2;
        while (at > sentence.First && at > index - 9 && article.Tokens[at].Is(WordClass.PersonNoun | WordClass.Organization | WordClass.Demonym | WordClass.Country | WordClass.Article | WordClass.Adjective | WordClass.Noun) && !article.Tokens[at].Is(WordClass.VerbPast))
        {
            at--;
        }

        return article.Tokens[at].Is(WordClass.VerbPast) && !article.Tokens[at].Is(WordClass.Casualty)
            && (article.Tokens[at].Word.Reporting is { Class: "tell", Term: "tell" } || (at == index - 2 && article.Tokens[at].Word.Reporting is { Class: "say", Term: "say" }));
    }

    /// <summary>"The rebels, who began as an uprising in Uganda, killed 12": what is told of people or a body between commas happened elsewhere.</summary>
    private static bool IsOfHistory(Article article, Sentence sentence, int index)
    {
        var at = index - 1;
        while (at > sentence.First && article.Tokens[at].Kind != TokenKind.Punctuation)
        {
            // "soldiers, who were killed in Mosul, were buried": the place is what is asked for.
            if (article.Tokens[at].Is(WordClass.Casualty)) return false;
            at--;
        }

        return at > sentence.First && article.IsMark(at, ',') && article.Tokens[at + 1].Word.Text is "who" or "which" && article.Tokens[at - 1].Is(WordClass.PersonNoun | WordClass.Organization | WordClass.PeopleName)
            && IsClosed(article, sentence, index);
    }

    /// <summary>Whether a comma behind a token closes what one before it opened, and the sentence goes on to a verb.</summary>
    private static bool IsClosed(Article article, Sentence sentence, int index)
    {
        var at = index + 1;
        while (at < sentence.End && article.Tokens[at].Kind != TokenKind.Punctuation)
        {
            if (article.Tokens[at].Is(WordClass.Casualty)) return false;
            at++;
        }

        return at + 1 < sentence.End && article.IsMark(at, ',') && article.Tokens[at + 1].Is(WordClass.Auxiliary | WordClass.VerbPast | WordClass.VerbS);
    }

    /// <summary>"Police in Cali said …", "police in Tamil Nadu state said": where who says it is.</summary>
    private static bool IsOfSpeaker(Article article, Sentence sentence, int end) =>
        KindOfPlace.Over(article, sentence, end) is var verb && verb < sentence.End && article.Tokens[verb].Is(WordClass.VerbPast | WordClass.VerbS) && article.Tokens[verb].Word.Reporting is { Class: "say" };

    /// <summary>"the Kherson village of Bilozerka": a name that only says where the other is.</summary>
    private static bool IsOfAnother(Article article, Sentence sentence, int index) =>
        index + 3 < sentence.End && KindOfPlace.IsSettlement(article.Tokens[index + 1].Word.Text) && article.Tokens[index + 2].Word.Text == "of" && article.Tokens[index + 3].Capitalized;

    /// <summary>"Hassan Mahmoud": a given name before a capital that nothing else explains, unless a preposition of place stands before it.</summary>
    private static bool IsName(Article article, Sentence sentence, int index) =>
        !article.IsUpperCase && article.Tokens[index].Is(WordClass.GivenName) && index + 1 < sentence.End && article.Tokens[index + 1] is { Kind: TokenKind.Word, Capitalized: true, Class: WordClass.None or WordClass.GivenName };

    /// <summary>How much farther a place is for the semicolon between.</summary>
    private const int BehindStop = 100;

    /// <summary>How much farther a place is that something else behind a comma happened at.</summary>
    private const int BehindOther = 60;

    /// <summary>How much farther a place is that is only loosely one of theirs.</summary>
    private const int Loosely = 30;

    /// <summary>"In Odesa two people died; in Sumy 17 were hurt": a semicolon parts the claim from the place.</summary>
    private static bool IsOfOtherClause(Article article, PlacePhrase place, int first, int end) =>
        place.First >= end ? article.ArePartedBySemicolon(end, place.First) : article.ArePartedBySemicolon(place.End, first);

    /// <summary>"A blast in Gao killed ten, another in Mopti five", "followed by a raid in Mopti", "as protests went on in Bamako", "In Kabul eight died, in Herat six": behind a comma something else begins; but "killed ten, including two children, in Gao".</summary>
    private static bool IsOfOtherEvent(Article article, PlacePhrase place, int end)
    {
        var tokens = article.Tokens;
        var comma = place.First - 1;
        while (comma >= end && !article.IsMark(comma, ',')) comma--;
        if (comma < end || comma + 1 >= place.First)
        {
            // "eight people died and in Herat six"
            return place.First - 2 >= end && tokens[place.First - 2].Is(WordClass.Coordinator) && place.End < tokens.Length && tokens[place.End].Is(WordClass.Cardinal);
        }

        ref readonly var opens = ref tokens[comma + 1];
        return opens.Word.Text is "another" or "then" or "followed" or "as" or "while" or "with" or "days" or "hours" or "one" || opens.Is(WordClass.Subordinator) || (opens.Is(WordClass.Article) && tokens[comma + 2].Is(WordClass.Ordinal))
            || (comma + 2 == place.First && place.End < tokens.Length && tokens[place.End].Is(WordClass.Cardinal | WordClass.Number));
    }

    /// <summary>The place nearest to the claim, one behind it before one ahead of it; none where two are named as one.</summary>
    /// <param name="article">The text.</param>
    /// <param name="places">Those of the claim's sentence.</param>
    /// <param name="first">The claim's first token.</param>
    /// <param name="end">Behind its last one.</param>
    /// <param name="withOrigins">Whether it may be where people came from.</param>
    public static PlacePhrase? Nearest(Article article, List<PlacePhrase> places, int first, int end, bool withOrigins)
    {
        PlacePhrase? nearest = null;
        var least = int.MaxValue;
        foreach (var place in places)
        {
            var distance = place.First >= end ? place.First - end : place.End <= first ? first - place.End + 12 : 0;
            distance += (IsOfOtherClause(article, place, first, end) ? BehindStop : 0) + (place.IsLoose ? Loosely : 0)
                + (IsOfOtherEvent(article, place, end) && places.Exists(before => before.End <= first && !before.IsLoose && (withOrigins || !before.IsOrigin)) ? BehindOther : 0);
            if (distance < least && (withOrigins || !place.IsOrigin))
            {
                (nearest, least) = (place, distance);
            }
        }

        return nearest is not null && IsOneOfTwo(article, nearest) ? null : nearest;
    }

    /// <summary>"in Baghdad and Mosul" is neither of them, nor is "in Kherson, Odesa and Sumy" or "in Kherson, Odesa, and Sumy".</summary>
    public static bool IsOneOfTwo(Article article, PlacePhrase one)
    {
        var tokens = article.Tokens;
        var next = one.End + 1;
        if (next >= tokens.Length || !IsPlace(tokens[next]))
        {
            return false;
        }

        var joint = article.IsMark(next + 1, ',') ? next + 2 : next + 1;
        return tokens[one.End].Word.Text == "and" || (article.IsMark(one.End, ',') && joint + 1 < tokens.Length && tokens[joint].Word.Text == "and" && IsPlace(tokens[joint + 1]));
    }

    private static bool IsPlace(in Token token) => token.Is(WordClass.Place | WordClass.Country);
}
