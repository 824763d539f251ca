using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Places;

/// <summary>The clauses of a sentence, and in which of them casualties are told: what stands in one of these is nearer to those than to the casualties of another.</summary>
internal sealed class ToldClauses
{
    private readonly int _first;
    private readonly int[] _clauses;
    private readonly HashSet<int> _told = [];

    private ToldClauses(int first, int[] clauses) => (_first, _clauses) = (first, clauses);

    /// <param name="article">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="triggers">The words in it by which casualties are told.</param>
    public static ToldClauses Of(Article article, Sentence sentence, IEnumerable<int> triggers)
    {
        var clauses = new int[sentence.End - sentence.First];
        for (int index = sentence.First, clause = 0; index < sentence.End; index++)
        {
            if (IsBoundary(article, sentence, index)) clause++;
            clauses[index - sentence.First] = clause;
        }

        var found = new ToldClauses(sentence.First, clauses);
        foreach (var trigger in triggers) found._told.Add(found.ClauseOf(trigger));
        return found;
    }

    /// <summary>
    /// "A strike on Kharkiv killed three, while in Odesa two died": where casualties are told in a clause that names a place, those of clauses that tell
    /// of others are not theirs.
    /// </summary>
    public List<PlacePhrase> Nearer(int trigger, List<PlacePhrase> places)
    {
        var own = ClauseOf(trigger);
        return places.Exists(place => ClauseOf(place.First) == own && !place.IsLoose)
            ? places.FindAll(place => ClauseOf(place.First) is var clause && (clause == own || !_told.Contains(clause)))
            : places;
    }

    private int ClauseOf(int token) => _clauses[token - _first];

    /// <summary>"killed three and wounded two" is one clause, for both have one subject.</summary>
    private static bool IsBoundary(Article article, Sentence sentence, int index)
    {
        ref readonly var token = ref article.Tokens[index];
        if (token.Is(WordClass.Subordinator) || article.IsMark(index, ';')) return true;
        if (!token.Is(WordClass.Coordinator)) return false;
        var next = index + 1;
        while (next < sentence.End && article.Tokens[next].Is(WordClass.Adverb)) next++;
        // "killing three and wounding two" has one doer; "but shelling wounded nine" begins with a noun.
        return next < sentence.End && !article.Tokens[next].Is(token.Word.Text == "but" ? WordClass.VerbPast : WordClass.Verb | WordClass.Casualty);
    }
}
