using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Places;

/// <summary>What puts something at a place that is named.</summary>
/// <param name="Kind">The kind of place before "of" ("region" in "the region of Kursk"), else empty.</param>
/// <param name="IsOrigin">People came from there: "fled El Fasher".</param>
/// <param name="IsBorder">Only the border with it is there: "at the border with Niger".</param>
internal readonly record struct PlaceGovernor(string Kind, bool IsOrigin = false, bool IsBorder = false)
{
    private static readonly PlaceGovernor There = new("");

    /// <summary>The governor of a place: a preposition, an attack on it, a label; null where nothing puts anything there.</summary>
    /// <param name="article">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="index">The first token of its name.</param>
    /// <param name="end">Behind its last one.</param>
    public static PlaceGovernor? Of(Article article, Sentence sentence, int index, int end)
    {
        var tokens = article.Tokens;
        if (end < sentence.End && (tokens[end].Kind == TokenKind.PossessiveMark || (tokens[end].Is(WordClass.PersonNoun) && !BeginsClause(article, sentence, index))) && !KindOfPlace.IsRegion(tokens[end].Word.Text))
        {
            // "in Nigeria's Kaduna state" is Kaduna; "near Baghdad residents" nothing.
            return null;
        }

        if (end < sentence.End && tokens[index].Is(WordClass.Country) && (tokens[index].Is(WordClass.Demonym) || (tokens[index].Has(TokenFlags.AllCapitals) && !article.IsUpperCase)) && tokens[end].Is(WordClass.Noun | WordClass.NotPeople))
        {
            // "attacked US bases": whose they are.
            return null;
        }

        // "a rocket fired from Gaza hit Ashkelon"
        var isFrom = index > sentence.First && tokens[index - 1].Word.Text == "from";
        if (IsLabel(article, sentence, index, end) || (!isFrom && IsNamedAfter(article, sentence, index, end)))
        {
            return There;
        }

        for (var at = index - 1; at >= sentence.First && at > index - 6; at--)
        {
            ref readonly var token = ref tokens[at];
            if (token.Is(WordClass.Preposition))
            {
                return OfPreposition(article, sentence, at);
            }

            if (token.Is(WordClass.Verb) && OfVerb(token.Word.Verb?.Lemma) is { } governor && at > sentence.First)
            {
                return governor;
            }

            if (token.Is(WordClass.Casualty) || !IsPartOfName(article, at, index))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"and in Timbuktu gunmen killed five": where the clause begins with its place, who stands behind it is its subject.</summary>
    private static bool BeginsClause(Article article, Sentence sentence, int index) =>
        index - 2 >= sentence.First && article.Tokens[index - 1].Word.Text is "in" or "at" or "near" && article.Tokens[index - 2].Is(WordClass.Coordinator);

    private static PlaceGovernor? OfPreposition(Article article, Sentence sentence, int at)
    {
        var before = at > sentence.First ? article.Tokens[at - 1].Word : Word.Unknown;
        return article.Tokens[at].Word.Text switch
        {
            // "are being treated at the Civil Hospital": harmed elsewhere.
            "in" or "at" when before.Verb?.Lemma is "treat" or "hospitalise" or "hospitalize" => null,
            "in" or "at" or "near" or "outside" or "inside" or "around" or "across" or "throughout" or "within" or "over" or "off" => There,
            "of" when KindOfPlace.Is(before.Text) => new PlaceGovernor(before.Text),
            "on" when at + 1 < sentence.End && article.Tokens[at + 1].Word.Text is "mount" or "lake" => There,
            "for" when before.Text is "battle" or "fight" or "fighting" => There,
            "of" or "on" or "against" when IsAttackNoun(before) || (at > sentence.First && IsSide(article, at)) => There,
            "into" when before.Verb?.Lemma is "storm" or "burst" or "charge" or "push" or "sweep" => There,
            "to" when before.Text is "entrance" or "entrances" or "approach" or "approaches" => There,
            "with" when IsAtBorder(article, sentence, at - 1) => new PlaceGovernor("", IsBorder: true),
            "from" => new PlaceGovernor("", IsOrigin: before.NotPeople != "distance"),
            _ => null,
        };
    }

    /// <summary>"at the border [with Niger]", "along its frontier", "in the border area": something is put there. A border that is closed puts nothing anywhere, and "the Syrian border with Turkey" may be on either side.</summary>
    private static bool IsAtBorder(Article article, Sentence sentence, int noun)
    {
        var tokens = article.Tokens;
        var border = noun > sentence.First && tokens[noun].Word.Text is "area" or "region" or "zone" or "areas" or "regions" or "crossing" or "post" ? noun - 1 : noun;
        if (border <= sentence.First || tokens[border].Word.Text is not ("border" or "borders" or "frontier" or "border crossing"))
        {
            return false;
        }

        var before = border - 1;
        while (before > sentence.First && tokens[before].Is(WordClass.Article | WordClass.Possessive | WordClass.Adjective) && !tokens[before].Is(WordClass.Demonym))
        {
            before--;
        }

        return tokens[before].Word.Text is "at" or "on" or "near" or "along" or "to" or "around" or "across" or "in" or "by" or "from" or "over";
    }

    /// <summary>"12 km south of Pokrovsk", "the outskirts of Tripoli".</summary>
    private static bool IsSide(Article article, int of) =>
        article.Tokens[of].Word.Text == "of" && article.Tokens[of - 1].Word.Text
            is "north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest" or "outskirts" or "centre" or "center"
            or "north-east" or "north-west" or "south-east" or "south-west" or "suburbs" or "part" or "parts" or "coast" or "shores" or "edge";

    private static bool IsAttackNoun(Word word) =>
        word.NotPeople == "event" && word.Text is not ("visit" or "trip" or "vote" or "war" or "meeting" or "flight");

    private static PlaceGovernor? OfVerb(string? lemma) => lemma switch
    {
        "flee" or "leave" or "evacuate" => new PlaceGovernor("", IsOrigin: true),
        "strike" or "hit" or "attack" or "bomb" or "shell" or "pound" or "target" or "storm" or "raid" or "overrun" or "rock" or "bombard" or "assault" or "invade" or "enter" or "ravage" or "devastate" or "batter" => There,
        _ => null,
    };

    /// <summary>"Nyala: 23 killed", "• Kyiv region – 4 dead", "Sumy | 38": a place that begins its line, and a mark behind it.</summary>
    private static bool IsLabel(Article article, Sentence sentence, int index, int end)
    {
        end = KindOfPlace.Over(article, sentence, end);
        if (end >= sentence.End || !(article.IsMark(end, ':') || article.IsMark(end, '–') || article.IsMark(end, '—') || article.IsMark(end, '|') || article.FollowsTab(end)))
        {
            return false;
        }

        for (var at = sentence.First; at < index; at++)
        {
            if (article.Tokens[at].Kind is TokenKind.Word or TokenKind.Number)
            {
                return false;
            }
        }

        // "KABUL – A bomb …", "GAZA: The ministry …" is where the report was written.
        var behind = article.FollowsTab(end) ? end : end + 1;
        return behind < sentence.End && article.Tokens[behind].Is(WordClass.Number | WordClass.VagueNumber);
    }

    /// <summary>"the Rafah tent camp strike", "Kabul blast": an event called by its place. "Israel strike" may be called by who struck.</summary>
    private static bool IsNamedAfter(Article article, Sentence sentence, int index, int end)
    {
        for (var at = end; at < sentence.End && at < end + 3 && !article.Tokens[at].Is(WordClass.Function | WordClass.Country); at++)
        {
            ref readonly var token = ref article.Tokens[at];
            if (token.Kind != TokenKind.Word)
            {
                return false;
            }

            if (IsAttackNoun(token.Word) && (!article.Tokens[index].Is(WordClass.Country | WordClass.Seat) || token.Word.Text is "ambush" or "blast" or "explosion" or "bombing" or "earthquake" or "quake" or "flood" or "massacre"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartOfName(Article article, int at, int index)
    {
        ref readonly var token = ref article.Tokens[at];
        return token.Is(WordClass.Article | WordClass.Adjective | WordClass.VerbParticiple | WordClass.Demonym | WordClass.Place | WordClass.Title) || token.Class == WordClass.None
            || (token.Is(WordClass.Country) && article.Tokens[at + 1].Kind == TokenKind.PossessiveMark)
            || KindOfPlace.Is(token.Word.Text) || (article.IsMark(at, ',') && at < index);
    }
}
