using CasualtyApi.Http;

namespace CasualtyApi.Tests.Http;

public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("troops")]
    [InlineData("100%25")]
    [InlineData("Fug%C3%A9%c3%a9")]
    [InlineData("Fugé%20é")]
    [InlineData("%F0%9F%98%80")]
    public void Utf8_is_well_encoded(string encoded) => Assert.True(PercentEncoding.IsUtf8(encoded));

    [Theory]
    [InlineData("100%")]
    [InlineData("100%2")]
    [InlineData("100%2x")]
    [InlineData("%%25")]
    [InlineData("%FF")]
    [InlineData("Fug%C3")]
    [InlineData("Fug%C3A9")]
    [InlineData("%C0%AF")]
    [InlineData("%ED%A0%80")]
    public void What_others_read_otherwise_is_not(string encoded) => Assert.False(PercentEncoding.IsUtf8(encoded));
}
