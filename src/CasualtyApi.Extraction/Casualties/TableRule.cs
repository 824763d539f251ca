using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Places;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>A table whose columns are headed by harms: each figure below is so many killed, so many injured.</summary>
internal sealed class TableRule : Rule
{
    public const string RuleId = "casualties.table";

    /// <summary>The most words that head a column.</summary>
    private const int LongestHeading = 5;

    /// <summary>How many lines without a figure a heading is followed by at most.</summary>
    private const int MostEmpty = 8;

    public override string Id => RuleId;

    public override string Summary => "A figure in a column that a harm heads, in a line with as many cells as the heading has; cells are parted by \"|\", by tabs or by slashes between spaces.";

    public override string Example => "Region | Killed | Injured\nSumy | 38 | 203";

    /// <summary>Reads the table whose heading a sentence is.</summary>
    /// <returns>The sentence behind its last line; the same sentence where it heads no table.</returns>
    public static int Read(Article article, int heading, List<CasualtyMention> found)
    {
        if (Cells(article, article.Sentences[heading]) is not { Count: > 1 } headings)
        {
            return heading;
        }

        var terms = headings.ConvertAll(cell => Term(article, cell));
        if (terms.FindIndex(1, term => term is not null) < 0)
        {
            return heading;
        }

        var people = headings.ConvertAll(cell => People(article, cell));
        var places = headings.FindIndex(cell => cell.End > cell.First && HeadsPlaces(Last(article, cell)));
        var before = found.Count;
        var next = heading + 1;
        for (; next < article.Sentences.Length && Cells(article, article.Sentences[next]) is { } cells && cells.Count == headings.Count; next++)
        {
            for (var column = 1; column < cells.Count; column++)
            {
                if (terms[column] is { } term && Figure(article, cells[column]) is { } figure)
                {
                    found.Add(new CasualtyMention
                    {
                        Sentence = next,
                        TriggerFirst = figure.First,
                        TriggerEnd = figure.End,
                        Terms = [term],
                        Victim = (people[column] ?? People(article, cells[0])) is { } who ? new Victim(figure, who) : new Victim(figure),
                        Rule = RuleId,
                        Scope = ClaimScope.Unspecified,
                        Where = places >= 0 ? new PlaceCell(cells[places].First, cells[places].End, Last(article, headings[places])) : null,
                    });
                }
            }

            if (found.Count == before && next - heading >= MostEmpty)
            {
                break;
            }
        }

        return found.Count == before ? heading : next;
    }

    /// <summary>The cells of a line, tokens [First, End); null where it has none. A mark at either end of the line parts nothing.</summary>
    private static List<(int First, int End)>? Cells(Article article, Sentence line)
    {
        if (article.Text.AsSpan(article.Tokens[line.First].Start..article.Tokens[line.End - 1].End).IndexOfAny('|', '\t', '/') < 0)
        {
            return null;
        }

        var cells = new List<(int First, int End)>();
        var first = line.First;
        for (var token = line.First; token < line.End; token++)
        {
            var isMark = article.IsMark(token, '|') || IsSlash(article, token, line.End);
            if (isMark || (token > first && article.FollowsTab(token)))
            {
                if (token > line.First) cells.Add((first, token));
                first = isMark ? token + 1 : token;
            }
        }

        if (first < line.End) cells.Add((first, line.End));
        return cells;
    }

    /// <summary>"Killed / Wounded": a slash with a space on either side.</summary>
    private static bool IsSlash(Article article, int token, int end) =>
        token + 1 < end && article.IsMark(token, '/') && article.Tokens[token].SpaceBefore && article.Tokens[token + 1].SpaceBefore;

    /// <summary>"Killed", "Deaths", "Civilians wounded": what the last of a few words says to have happened.</summary>
    private static CasualtyTerm? Term(Article article, (int First, int End) cell)
    {
        if (cell.End == cell.First || cell.End - cell.First > LongestHeading || Figure(article, cell) is not null)
        {
            return null;
        }

        var last = article.Tokens[cell.End - 1].Word;
        return last.CasualtyNoun is { Frame: CasualtyFrame.Count } counted ? counted : last.Casualty is { Frame: CasualtyFrame.Object or CasualtyFrame.Predicate } done ? done : null;
    }

    private static string Last(Article article, (int First, int End) cell) => article.Tokens[cell.End - 1].Word.Text;

    /// <summary>"District", "Name of village", "Location".</summary>
    private static bool HeadsPlaces(string word) => KindOfPlace.Is(word) || word is "location" or "place" or "site" or "country";

    private static NounPhrase? Figure(Article article, (int First, int End) cell) =>
        cell.End > cell.First && NounPhraseReader.TryRead(article, cell.First, cell.End, []) is { IsElliptic: true, Count: not null } figure && figure.End == cell.End ? figure : null;

    private static NounPhrase? People(Article article, (int First, int End) cell) =>
        cell.End > cell.First && NounPhraseReader.TryRead(article, cell.First, cell.End, []) is { Count: null, Person: not null } people ? people : null;
}
