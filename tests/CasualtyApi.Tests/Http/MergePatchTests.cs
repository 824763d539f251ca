using System.Text.Json.Nodes;
using CasualtyApi.Http;

namespace CasualtyApi.Tests.Http;

public sealed class MergePatchTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"b":2}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":null}""", """{"b":2}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[3]}""", """{"a":[3]}""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"b":null,"d":3}}""", """{"a":{"c":2,"d":3}}""")]
    [InlineData("""{"a":1}""", """{"a":{"b":null,"c":1}}""", """{"a":{"c":1}}""")]
    [InlineData("""{"a":null}""", """{"a":{"b":1}}""", """{"a":{"b":1}}""")]
    [InlineData("""{"a":1}""", "{}", """{"a":1}""")]
    public void A_patch_changes_what_it_names(string target, string patch, string expected)
    {
        var (before, change) = (JsonNode.Parse(target), JsonNode.Parse(patch));

        Assert.Equal(expected, MergePatch.Apply(before, change)!.ToJsonString());
        Assert.Equal((target, patch), (before!.ToJsonString(), change!.ToJsonString()));
    }
}
