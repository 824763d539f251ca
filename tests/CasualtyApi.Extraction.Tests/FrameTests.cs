namespace CasualtyApi.Extraction.Tests;

/// <summary>
/// What a sentence tells does not hang on the words beside it: each frame of a harm, of a report and of a deed is read with every victim, every adjunct,
/// every speaker and every doer. Rows of <c>Specs</c> show constructs; these show that constructs can be joined.
/// </summary>
public sealed class FrameTests
{
    private static readonly (string Words, long[] Lows)[] Victims =
        [("Twelve people", [12]), ("At least 12 soldiers", [12]), ("12", [12]), ("Three children and a woman", [3, 1]), ("Dozens of villagers", [24])];

    private static readonly string[] Adjuncts =
    [
        "", "at a checkpoint", "in a raid", "on Monday", "near Kano", "by gunmen", "after a blast", "when a bomb exploded", "as troops fired", "during clashes", "following a blast", "amid fighting",
        "outside a mosque", "while fleeing", "since Monday", "so far", "with 30 others", ", police said", "– police", "despite the truce", "because of a mine", "along the road", "inside a church",
        "off the coast", "over the weekend", "under rubble", "for protesting", "against a wall", "between Monday and Friday", "around Kano", "across the country", "early on Monday", "late Sunday",
        "last week", "in Kano on Monday", "in two attacks", "in the last 24 hours", "and 30 were injured", ", 30 injured", "in what police called an ambush", "at home", "at sea", "at 3 am",
        "every day", "overnight", "again", "yesterday", "this morning", "in Nigeria's north", "in Kano, Nigeria", "according to police", "in an Israeli strike on Gaza City",
    ];

    private static readonly string[] Speakers =
    [
        "police", "the army", "Hamas", "Kyiv", "the governor, Oleh Petrov,", "Ukraine's General Staff", "the UN", "a hospital spokesman", "residents", "Defence Minister Rustem Umerov", "the rebels",
        "local media", "two officials", "the health ministry in Gaza", "a witness", "Human Rights Watch", "the ministry", "a spokesperson for the army", "one survivor", "the head of the clinic",
    ];

    private static readonly string[] Reports =
    [
        "12 people were killed", "twelve people had been killed in a raid", "at least 12 soldiers died near Kano on Monday", "12 people, including two women, were killed", "its forces killed 12 militants",
        "12 civilians and three soldiers were killed", "there were 12 dead", "12 people were killed and 30 wounded", "the strike killed 12", "gunmen had killed 12 villagers",
    ];

    private static readonly (string Words, string Name)[] Doers =
    [
        ("gunmen", "armed group"), ("the army", "military"), ("police", "police"), ("Russian troops", "Russia"), ("the M23", "M23"), ("Hamas fighters", "Hamas"), ("al-Shabab militants", "al-Shabab"),
        ("the Rapid Support Forces", "Rapid Support Forces"), ("Boko Haram", "Boko Haram"), ("Russia", "Russia"), ("an Israeli drone", "Israel"), ("army shelling", "military"), ("Turkey's air force", "Turkey"),
    ];

    [Theory]
    [InlineData("{0} killed {1}.")]
    [InlineData("{0} were killed {1}.")]
    [InlineData("{0} have been killed {1}.")]
    [InlineData("{0} died {1}.")]
    [InlineData("{0} dead {1}.")]
    [InlineData("{0} were wounded {1}.")]
    [InlineData("There were {0} killed {1}.")]
    [InlineData("The attack kills {0} {1}.")]
    [InlineData("The blast killed {0} {1}.")]
    [InlineData("{0} were shot dead {1}.")]
    [InlineData("{0} were found dead {1}.")]
    [InlineData("{0} are missing {1}.")]
    [InlineData("The army said {0} were killed {1}.")]
    [InlineData("{0} lost their lives {1}.")]
    [InlineData("{0} were reported killed {1}.")]
    [InlineData("{0} kidnapped {1}.")]
    [InlineData("The raid left {0} dead {1}.")]
    [InlineData("{0} were captured {1}.")]
    public void A_harm_is_read_whatever_stands_behind_it(string frame) => AssertNone(
        from victim in Victims
        from adjunct in Adjuncts
        let text = Sentence(frame, frame.StartsWith("{0}", StringComparison.Ordinal) ? victim.Words : Lowered(victim.Words), adjunct)
        let lows = Read(text).Select(claim => claim.Count.Low ?? 0).ToList()
        where !victim.Lows.All(lows.Contains)
        select $"{text} → {string.Join(", ", lows)}");

    [Theory]
    [InlineData("{0} said {1}.")]
    [InlineData("{0} said that {1}.")]
    [InlineData("{1}, {0} said.")]
    [InlineData("{1}, said {0}.")]
    [InlineData("According to {0}, {1}.")]
    [InlineData("{1}, according to {0}.")]
    [InlineData("{0} told Reuters {1}.")]
    [InlineData("{0} told reporters on Monday that {1}.")]
    [InlineData("{0} said on Monday {1}.")]
    [InlineData("{0} confirmed that {1}.")]
    [InlineData("{0} claimed {1}.")]
    [InlineData("“{1},” {0} said.")]
    [InlineData("{0} put out a statement saying {1}.")]
    [InlineData("Speaking in Kano, {0} said {1}.")]
    [InlineData("{0} wrote on Telegram that {1}.")]
    public void A_report_has_its_speaker(string frame) => AssertNone(
        from speaker in Speakers
        from report in Reports
        let text = Sentence(frame, speaker, report)
        let claim = Read(text).FirstOrDefault(claim => claim.Count.Low == 12)
        where claim?.Claimant is null
        select text);

    [Theory]
    [InlineData("{0} killed 12 villagers.")]
    [InlineData("Police said 12 villagers were killed by {0}.")]
    [InlineData("{0} have killed 12 villagers in Kano.")]
    [InlineData("12 villagers died when {0} attacked the town.")]
    [InlineData("{0} attacked the town, killing 12 villagers.")]
    [InlineData("12 villagers were killed in an attack by {0}.")]
    [InlineData("{0} stormed the town and killed 12 villagers.")]
    [InlineData("12 villagers, killed by {0}, were buried.")]
    [InlineData("The killing of 12 villagers by {0} was condemned.")]
    [InlineData("{0} were accused of killing 12 villagers.")]
    [InlineData("The governor accused {0} of killing 12 villagers.")]
    [InlineData("He blamed {0} for the deaths of 12 villagers.")]
    [InlineData("A bomb planted by {0} killed 12 villagers.")]
    [InlineData("{0} raided the town before dawn on Monday, killing 12 villagers and wounding 30.")]
    public void A_deed_has_its_doer(string frame) => AssertNone(
        from doer in Doers
        let text = Sentence(frame, doer.Words)
        let blamed = Read(text).FirstOrDefault(claim => claim.Count.Low == 12)?.Blamed?.Name
        where blamed != doer.Name
        select $"{text} → {blamed ?? "–"}");

    private static IReadOnlyList<ClaimReading> Read(string text) => ArticleReader.Default.Read(text, new DateOnly(2024, 3, 15)).Claims;

    private static string Sentence(string frame, params string[] words)
    {
        var text = frame;
        for (var index = 0; index < words.Length; index++) text = text.Replace($"{{{index}}}", words[index], StringComparison.Ordinal);
        text = text.Replace(" .", ".", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal).Replace(",,", ",", StringComparison.Ordinal).Replace(",.", ".", StringComparison.Ordinal);
        var first = text[0] == '“' ? 1 : 0;
        return text[..first] + char.ToUpperInvariant(text[first]) + text[(first + 1)..];
    }

    private static string Lowered(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static void AssertNone(IEnumerable<string> misread)
    {
        var all = misread.ToList();
        Assert.True(all.Count == 0, $"{all.Count} misread: {string.Join(" | ", all.Take(20))}");
    }
}
