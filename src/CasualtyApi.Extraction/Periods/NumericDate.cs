using System.Globalization;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"2022-03-03", "24.02.22", "3.4.2021", "25/04/2021": a day in numbers only, told where the order of day and month is plain.</summary>
internal static class NumericDate
{
    private static readonly string[] WithPoints = ["dd.MM.yy", "d.M.yyyy"];

    /// <summary>"03/04/2021" is the fourth of March to some and the third of April to others: its day is null.</summary>
    public static (DateOnly? Day, int End)? TryRead(Article article, int index) =>
        article.Tokens[index].Kind != TokenKind.Number ? null : Pointed(article, index) is { } day ? (day, index + 1) : Joined(article, index);

    /// <summary>Whether a number is the year, the month or the day of a date in numbers, and counts nobody.</summary>
    public static bool Holds(Article article, int index) =>
        Begins(article, index) || Begins(article, index - 2) || Begins(article, index - 4);

    private static bool Begins(Article article, int index) => index >= 0 && TryRead(article, index) is { } date && date.End > index + 1;

    /// <summary>"24.02.22", "24.02.2022", "3.4.2021": one token, as communiqués write it.</summary>
    private static DateOnly? Pointed(Article article, int index) =>
        article.Tokens[index].End - article.Tokens[index].Start is >= 8 and <= 10
        && DateOnly.TryParseExact(article.TextOf(article.Tokens[index]), WithPoints, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && DateReader.IsRead(day.Year)
            ? day
            : null;

    /// <summary>"2022-03-03", "25-04-2021", "25/4/21": three numbers with the same mark between, and no space.</summary>
    private static (DateOnly? Day, int End)? Joined(Article article, int index)
    {
        if (index + 4 >= article.Tokens.Length || !IsMark(article, index + 1) || !IsMark(article, index + 3) || article.Text[article.Tokens[index + 1].Start] != article.Text[article.Tokens[index + 3].Start]
            || DateReader.Digits(article, index + 2, 1, 2) is not { } second || article.Tokens[index + 2].SpaceBefore || article.Tokens[index + 4].SpaceBefore || GoesOn(article, index))
        {
            return null;
        }

        if (DateReader.Year(article, index) is { } year)
        {
            return DateReader.Digits(article, index + 4, 1, 2) is { } last && DateReader.DateIn(year, second, last) is { } day ? (day, index + 5) : null;
        }

        if (DateReader.Digits(article, index, 1, 2) is not { } first || Behind(article, index + 4) is not { } behind) return null;

        var (dayFirst, monthFirst) = (DateReader.DateIn(behind, second, first), DateReader.DateIn(behind, first, second));
        return dayFirst is null && monthFirst is null ? null : (dayFirst is null || monthFirst is null || dayFirst == monthFirst ? dayFirst ?? monthFirst : null, index + 5);
    }

    /// <summary>"2021", and behind slashes "21".</summary>
    private static int? Behind(Article article, int index) =>
        DateReader.Year(article, index) ?? (article.IsMark(index - 1, '/') && DateReader.Digits(article, index, 2, 2) is { } year ? DateReader.OfTwoDigits(year) : null);

    private static bool IsMark(Article article, int index) =>
        !article.Tokens[index].SpaceBefore && (article.IsMark(index, '-') || article.IsMark(index, '/'));

    /// <summary>"192-04-2021-7": a number of more parts is no date.</summary>
    private static bool GoesOn(Article article, int index) =>
        (index > 0 && !article.Tokens[index].SpaceBefore && IsMark(article, index - 1))
        || (index + 6 < article.Tokens.Length && IsMark(article, index + 5) && article.Tokens[index + 6] is { Kind: TokenKind.Number, SpaceBefore: false });
}
