namespace CasualtyApi.Tests.Contract;

/// <summary>What is put where a word is wanted, to see what breaks.</summary>
internal static class NastyWords
{
    public static readonly IReadOnlyList<string> All =
    [
        "", " ", "\t", "\r\nSet-Cookie: a=b", "0", "-1", "1e9", "1.5", "NaN", "Infinity", "0x10", "٣", "９", "true", "null", "undefined", "[]", "{}",
        "99999999999999999999", "9223372036854775807", "-9223372036854775808", "2147483648",
        "'", "''", "\"", "`", "' OR '1'='1", "'; DROP TABLE claims; --", "1) UNION SELECT sql FROM sqlite_master --", "%' ESCAPE '", "_%", "/* */", "\\", "\\'",
        "*", "(", ")", "\"unclosed", "a AND", "NOT", "NEAR(a b, 5)", "quote:war", "^a", "a*", "-", "+", "AND OR NOT", "{a b}:c",
        ",", ",,,", "a,b,c", ";", "|", "&", "=", "#", "?", "$(id)", "${jndi:ldap://x}", "{{7*7}}", "%s%n%x", "<script>alert(1)</script>", "../../../etc/passwd", "..\\..\\x",
        "file:///etc/passwd", "http://127.0.0.1:1/",
        "2025-02-30", "2025-13-01", "0000-00-00", "9999-12-31", "0001-01-01", "10000-01-01", "2025-01-01T25:00:00Z", "2025-01-01T00:00:00+99:00", "now", "yesterday",
        "1,2,3", "1,2,3,4,5", "-181,-91,181,91", "180,90,-180,-90", "NaN,NaN,NaN,NaN", "1e400,0,0,0", "0,0,0,0",
        "Зеленський", "金正恩", "מִלְחָמָה", "ｋｉｌｌｅｄ", "ß", "İ", "ı", "ﬃ", "e\u0301", "\u0301", "Z̷̢̛a̶̡l̵g̴o̶", "\u202Edellik", "\u200B", "\uFEFF", "\u00AD", "\u2028", "🕊", "👩‍👩‍👧‍👦", "\U0010FFFD",
        "\u0000", "\u0001", "\u007F", "\u0085", "\uFFFE", "\uFFFF",
        new string('a', 3_000), new string(',', 1_000), string.Join(',', Enumerable.Range(1, 1_000)), new string('"', 1_000), new string('(', 1_000),
        string.Concat(Enumerable.Repeat("a\u0301\u0302\u0303", 150)), string.Concat(Enumerable.Repeat("🕊", 200)),
    ];

    /// <summary>What is no percent-encoded UTF-8.</summary>
    public static readonly IReadOnlyList<string> Raw = ["%", "%zz", "%u0041", "%C0%80", "%ED%A0%80", "%FF%FE", "%E2%28%A1", "%F5%80%80%80", "a%", "+", "%2B", "%25%30%30"];
}
