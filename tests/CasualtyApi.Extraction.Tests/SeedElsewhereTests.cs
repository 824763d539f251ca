namespace CasualtyApi.Extraction.Tests;

/// <summary>The shipped article with every nation, name and figure replaced reads as the article does, replaced alike.</summary>
public sealed class SeedElsewhereTests
{
    private static readonly (string From, string To)[] Replacements =
    [
        ("North Korean", "Eritrean"), ("South Korea", "Kenya"), ("North Korea", "Eritrea"), ("Koreans", "Eritreans"),
        ("Russian", "Ethiopian"), ("Russia", "Ethiopia"), ("Ukrainian", "Sudanese"), ("Ukraine", "Sudan"),
        ("United States", "United Kingdom"), ("U.S.", "U.K."), ("White House", "Downing Street"),
        ("John Kirby", "Peter Hayes"), ("Kirby", "Hayes"), ("Volodymyr Zelensky", "Omar Idris"), ("Kursk", "Tigray"),
        ("1,000", "2,500"), ("1000", "2500"),
    ];

    private static readonly string Seed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "kursk-north-korean-losses.txt"));

    [Fact]
    public void Its_statements_are_the_same_but_for_the_names() =>
        Assert.Equal(Read(Seed).Statements.Select(Show).Select(Replaced), Read(Replaced(Seed)).Statements.Select(Show));

    [Fact]
    public void Its_claims_are_the_same_but_for_the_names_and_figures()
    {
        var claims = Read(Replaced(Seed)).Claims.Select(Show).ToList();

        Assert.Equal(6, claims.Count);
        Assert.Equal(Read(Seed).Claims.Select(Show).Select(Replaced), claims);
    }

    private static Reading Read(string text) => ArticleReader.Default.Read(text);

    private static string Replaced(string text) =>
        Replacements.Aggregate(text, (replaced, pair) => replaced.Replace(pair.From, pair.To, StringComparison.Ordinal));

    private static string Show(StatementReading statement) => string.Join(" | ",
        statement.Kind, statement.Text, statement.Speaker?.Name, statement.Speaker?.Kind, statement.Speaker?.Role, statement.Speaker?.Originator.Name,
        string.Join(", ", statement.AlsoSpeakers.Select(source => source.Name)), statement.SpeakerText, statement.Cue);

    private static string Show(ClaimReading claim) => string.Join(" | ",
        claim.Statement, claim.Text, claim.Category, claim.Cause, claim.Count.Text, claim.Count.Relation, claim.Count.Low, claim.Count.High,
        claim.Party.Text, claim.Party.Name, claim.Party.Kind, claim.Claimant?.Name, claim.Certainty, claim.Scope, claim.Period?.Text,
        claim.Place?.Name, claim.Place?.Precision, claim.Repeats, string.Join(" ", claim.Rules));
}
