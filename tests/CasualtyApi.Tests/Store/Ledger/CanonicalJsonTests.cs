using System.Text;
using System.Text.Json.Nodes;
using CasualtyApi.Store.Ledger;

namespace CasualtyApi.Tests.Store.Ledger;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": [ true, null, {} , [] ] }""", """{"a":[true,null,{},[]],"b":1}""")]
    [InlineData("""{ "A": 51.73, "a": -0.5, "é": 0 }""", """{"A":51.73,"a":-0.5,"é":0}""")]
    [InlineData("""[ "\u0041\u00e9\ud83d\udd4a", "\"\\\/", "\u0007\n\u001f\u007f" ]""", """["Aé🕊","\"\\/","\u0007\n\u001f""" + "\u007f\"]")]
    public void Every_spelling_of_the_same_JSON_gives_the_same_bytes(string json, string canonical) =>
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonNode.Parse(json)!)));
}
