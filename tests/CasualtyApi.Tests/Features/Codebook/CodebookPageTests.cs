using CasualtyApi.Http;

namespace CasualtyApi.Tests.Features.Codebook;

public sealed class CodebookPageTests
{
    [Fact]
    public void The_page_defines_every_word_as_the_service_does() =>
        Documentation.AssertPart("docs/codebook.md", "words", string.Join("\n\n", Definitions.All.Select(Section)));

    private static string Section(Vocabulary vocabulary) => string.Join('\n',
        (string[])[$"## {vocabulary.Name}", "", vocabulary.Meaning, "", "| word | meaning |", "|---|---|",
            .. vocabulary.Words.Select(word => $"| `{word.Word}` | {word.Meaning.Replace("|", "\\|", StringComparison.Ordinal)} |")]);
}
