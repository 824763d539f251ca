using System.Globalization;
using System.Text;

namespace CasualtyApi.Tests;

/// <summary>Texts made to be slow, of any length: one piece again and again, or a piece that a number makes new each time.</summary>
internal static class HostileTexts
{
    /// <summary>In each piece {0} stands for a name that was not there before, {1} for a count.</summary>
    public static IReadOnlyList<string> Pieces { get; } =
    [
        // Nothing but characters.
        "a", "A", "7", "7,", "1.2.3", " ", "\n", "\r\n", "\t", ".", ",", ";", "%", "…", "-", "a-", "’", "'s", "\u00AD", "\uFEFF", "x\u0301\u0301\u0301", "😀", "👩‍👩‍👧 ", "\u202E", "北京",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ", "U. ", "Aa Bb ", "1 ", "1 234 ", "12-", "> ", "<", "~",

        // Marks that want to be paired.
        "“'\"", "(", "[", "(a) ", "((12 killed) ", "“\n\n", "“a” ", "\"a", "'12 killed' ", "«", "»a«", "“a ‘b “c ‘d ", ": ", "a: ", "-- ", " — ",

        // Words that lead on to others.
        "said ", "said that ", "he said he said ", "who said ", ", who said, ", ", citing ", "according to ", ", a spokesman for ", "of the ", "more than ", "at least ", "hundreds of ",
        "at least 2 and up to ", "from 1 to ", "two and ", "two-", "one hundred ", "million ", "and a half ", "half a ", "killed ", "killed or ", "not ", "no ", "could kill ", "reportedly ",
        "including 3 children, ", ", among them 3 children", "of whom 4 were killed, ", "12 soldiers and ", "along with him ", "the murder of ", "lives of ", "taken hostage ", "Kirby's ",
        "Mr. ", "North Korean ", "Democratic ", "Monday ", "in Mosul ", "since February ", "the past 24 hours ",

        // Sentences, tables and lists.
        "12 people were killed. ", "12 people were killed, ", "He was killed. ", "A soldier was killed in Mosul. ", "John Smith was killed. ", "The death toll rose from 38 to 41. ",
        "12 people were killed, including 3 children. ", "12 killed, 30 wounded; ", "- 12 dead\n", "Killed: 12\n", "personnel – 12 (+3)\n", "| 12 | killed |\n", "John Smith said ",
        "Ms. Ana Ruiz, 31, a teacher, ", "“We saw 12 dead,” he said. ", "“Go,” she said. He left. ", "The ministry said “12 people were killed. ", "“Stay. We” said he, “wait. You” ",
        "The army denied that 12 soldiers had been killed. ", "The Pentagon denied claims by Tehran that 80 soldiers were killed. ", "The spokesman said 12 people were killed. ",
        "The rebels killed 12 people. ", "It killed three soldiers in a raid by rebels. ", "Amnesty counted 304. ", "two in Odesa and ",

        // Always something new.
        "Minister {0} said that 12 people were killed. ", "Ana {0} was killed. ", "{1} people were killed. ", "{0} said: ", "“Go,” said {0}. ", "12 people died since {0}. ", "The {0} ministry said 12 died. ",
        "Spokesman Tom {0} spoke. He said 12 people died. ", "A soldier named {0} was killed, along with him {1} others. ",
    ];

    public static string Of(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length + 16);
        for (var number = 1; text.Length < length; number++)
        {
            text.Append(piece.Contains('{') ? string.Format(CultureInfo.InvariantCulture, piece, Name(number), number) : piece);
        }

        return text.ToString();
    }

    /// <summary>"Xqbo", "Xqco", …: capitalised and in no vocabulary.</summary>
    private static string Name(int number)
    {
        var name = new StringBuilder("Xq");
        for (; number > 0; number /= 20)
        {
            name.Append("bcdfghjklmnpqrstvwxz"[number % 20]).Append('o');
        }

        return name.ToString();
    }
}
