using CasualtyApi.Http;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Codebook;

[Collection(SeededService.Name)]
public sealed class GetCodebookTests(Service service)
{
    public static TheoryData<Type> Terms => [.. typeof(CasualtyCategory).Assembly.GetExportedTypes()
        .Where(type => type.IsEnum && type.Namespace == typeof(CasualtyCategory).Namespace)];

    [Theory]
    [MemberData(nameof(Terms))]
    public void Every_value_of_every_term_is_defined(Type term)
    {
        var vocabulary = Definitions.Of(term);

        Assert.NotNull(vocabulary);
        Assert.Equal(Enum.GetNames(term).Length, vocabulary.Words.Count);
        Assert.All(vocabulary.Words, word => Assert.EndsWith(".", word.Meaning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_codebook_and_the_openapi_document_use_the_same_words()
    {
        var codebook = await service.GetAsync("/api/v1/codebook");
        var schemas = (await service.GetAsync("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");
        var category = codebook.GetProperty("vocabularies")[0];

        var description = schemas.GetProperty("CasualtyCategory").GetProperty("description").GetString()!;
        Assert.All(category.GetProperty("words").EnumerateArray(), word =>
            Assert.Contains($"- `{word.GetProperty("word")}`: {word.GetProperty("meaning")}", description, StringComparison.Ordinal));
    }
}
