using System.Globalization;
using System.Text;
using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features;

/// <summary>Writes something at random: mostly what can be, and sometimes what cannot.</summary>
internal sealed class WritingWalk(Service service, Random random)
{
    public Random Random => random;

    /// <returns>What was tried, what was answered, and whether the record is another than before.</returns>
    public async Task<(string Operation, int Status, bool IsChanged)> StepAsync(Role role) => random.Next(9) switch
    {
        0 => await AddAsync("sources", SourceJson(), role),
        1 => await AddAsync("statements", await StatementJsonAsync(), role),
        2 or 3 => await AddAsync("claims", await ClaimJsonAsync(), role),
        4 or 5 => await ChangeAsync("correct claims", HttpMethod.Patch, $"claims/{await AnyAsync("claims")}", "", await CorrectionJsonAsync(), role),
        6 => await ChangeAsync("correct sources", HttpMethod.Patch, $"sources/{await AnyAsync("sources")}", "", SourceCorrectionJson(), role),
        7 => await ChangeAsync("merge", HttpMethod.Post, $"sources/{await AnyAsync("sources")}", "/merge", await MergerJsonAsync(), role),
        _ => await ChangeAsync("decide", HttpMethod.Post, $"claims/{await AnyAsync("claims")}", "/decisions", await DecisionJsonAsync(), role),
    };

    private async Task<(string, int, bool)> AddAsync(string list, string json, Role role)
    {
        using var answer = await service.WriteAsync(HttpMethod.Post, Review.Api + list, json, await service.KeyAsync(role));
        return (list, (int)answer.StatusCode, true);
    }

    private async Task<(string, int, bool)> ChangeAsync(string operation, HttpMethod method, string record, string suffix, string json, Role role)
    {
        var before = await service.GetAsync(Review.Api + record);
        using var answer = await service.WriteAsync(method, Review.Api + record + suffix, json, await service.KeyAsync(role), ("If-Match", random.Next(20) == 0 ? "\"old-identity\"" : await service.TagAsync(record)));
        return (operation, (int)answer.StatusCode, (await service.GetAsync(Review.Api + record)).GetProperty("revision").GetInt32() > before.GetProperty("revision").GetInt32());
    }

    private async Task<long> AnyAsync(string list)
    {
        var items = (await service.GetAsync($"{Review.Api}{list}?limit=500{(list == "claims" ? "&status=any" : "")}&fields=id")).GetProperty("items");
        return items[random.Next(items.GetArrayLength())].Id();
    }

    private string SourceJson() =>
        $$"""{"name":"Source {{random.Next(40)}}","kind":"{{Any("person", "government", "media", "analyst")}}","country":{{Any("null", "\"UA\"", "\"FR\"")}},"aliases":[{{Any("", "\"Známý\"", $"\"Alias {random.Next(99)}\"")}}]}""";

    private string SourceCorrectionJson() => Any(
        """{"reliability":"B","reason":"Judged."}""", """{"reliability":"F","reason":"Not to be judged."}""", """{"country":"PL","reason":"Its country."}""",
        $$"""{"name":"Renamed {{random.Next(99)}}","reason":"Its name."}""", """{"affiliation":{"id":2},"reason":"It speaks for it."}""", """{"role":"\u202E= spokes\uD83D\uDE00man","reason":"As worded."}""",
        """{"reliability":"H","reason":"No grade."}""");

    private async Task<string> MergerJsonAsync() => $$"""{"into":{{(random.Next(3) == 0 ? "null" : Text(await AnyAsync("sources")))}},"reason":"They are one."}""";

    private async Task<string> StatementJsonAsync()
    {
        var (document, start, end, text) = await WordsAsync(null);
        return $$$"""{"document":{"id":{{{document}}}},"kind":"{{{Any("quote", "reported")}}}","start":{{{start}}},"end":{{{end}}},"text":{{{JsonSerializer.Serialize(text)}}},"speaker":{"id":{{{await AnyAsync("sources")}}}}}""";
    }

    private async Task<string> ClaimJsonAsync()
    {
        var statement = await service.GetAsync($"{Review.Api}statements/{await AnyAsync("statements")}");
        var (_, start, end, text) = await WordsAsync(statement);
        return $$"""
            {"statement":{"id":{{statement.Id()}}},"quote":{"exact":{{JsonSerializer.Serialize(text)}},"start":{{start + (random.Next(10) == 0 ? 1 : 0)}},"end":{{end}}},
             "category":"{{Any("killed", "injured", "missing")}}","count":{{Count()}},"party":{"name":"{{Any("Ukraine", "children", "Moldova")}}","kind":"{{Any("military", "people")}}"},
             "claimant":{{Any("null", $$"""{"id":{{await AnyAsync("sources")}}}""")}},"certainty":"{{Any("stated", "denied")}}","disputes":{{Any("null", "null", Text(await AnyAsync("claims")))}}}
            """;
    }

    private async Task<string> CorrectionJsonAsync() => Any(
        $$"""{"count":{{Count()}},"reason":"Miscounted."}""", """{"category":"mixed","mixedOf":["killed","missing"],"reason":"Both."}""", """{"category":"killed","mixedOf":[],"reason":"One."}""",
        """{"place":null,"reason":"No place."}""", """{"place":{"name":"Kyjiv","country":"UA","precision":"city","lat":50.45,"lon":30.52},"reason":"There."}""", """{"cause":"drone 🛸","reason":"As worded."}""",
        $$"""{"claimant":{"id":{{await AnyAsync("sources")}}},"alsoClaimants":[],"reason":"Another says so."}""", $$"""{"repeats":{{await AnyAsync("claims")}},"reason":"Again."}""", """{"repeats":null,"reason":"Not again."}""",
        $$"""{"partOf":{{await AnyAsync("claims")}},"reason":"Within."}""", $$"""{"updates":{{await AnyAsync("claims")}},"reason":"Newer."}""", """{"credibility":4,"reason":"Doubtful."}""", """{"scope":"total","certainty":"likely","reason":"So far."}""",
        """{"party":{"name":"Nobody\u0000"},"reason":"No name."}""");

    private async Task<string> DecisionJsonAsync() => Any(
        """{"decision":"accept","reason":"Faithful.","credibility":2}""", """{"decision":"accept","reason":"Faithful."}""", """{"decision":"reject","reason":"Not faithful."}""", """{"decision":"retract","reason":"Withdrawn."}""",
        """{"decision":"reopen","reason":"Again."}""", $$"""{"decision":"supersede","by":{{await AnyAsync("claims")}},"reason":"A better reading."}""");

    private string Count() => Any(
        $$"""{"relation":"exactly","low":{{random.Next(3)}}0,"high":{{random.Next(3)}}0,"text":null}""", """{"relation":"exactly","low":12,"high":12,"text":null}""", """{"relation":"at-least","low":40,"high":null,"text":null}""",
        """{"relation":"unquantified","low":null,"high":null,"text":null}""");

    /// <summary>A few words of a document, or of a statement in one, with their span in code points.</summary>
    private async Task<(long Document, int Start, int End, string Text)> WordsAsync(JsonElement? statement)
    {
        var document = statement?.GetProperty("document").Id() ?? 1 + random.Next(3);
        using var answer = await service.SendAsync(HttpMethod.Get, $"{Review.Api}documents/{document}/text");
        var runes = (await answer.Content.ReadAsStringAsync()).EnumerateRunes().ToList();
        var (from, to) = statement is { } whole ? (whole.GetProperty("start").GetInt32(), whole.GetProperty("end").GetInt32()) : (0, runes.Count);
        var start = from + random.Next(to - from - 1);
        var end = Math.Min(to, start + 1 + random.Next(30));
        return (document, start, end, Spelled(runes[start..end]));
    }

    private static string Spelled(IEnumerable<Rune> runes) => string.Concat(runes.Select(rune => rune.ToString()));

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private string Any(params string[] choices) => choices[random.Next(choices.Length)];
}
