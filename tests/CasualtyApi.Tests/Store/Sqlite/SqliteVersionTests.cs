using CasualtyApi.Store;
using CasualtyApi.Store.Sqlite;

namespace CasualtyApi.Tests.Store.Sqlite;

public sealed class SqliteVersionTests
{
    [Theory]
    [InlineData("3.6.23")]
    [InlineData("3.51.3")]
    [InlineData("3.53.0")]
    public void A_sound_version_is_taken(string version) => SqliteVersion.RefuseUnsound(version);

    [Theory]
    [InlineData("3.7.0")]
    [InlineData("3.40.1")]
    [InlineData("3.51.2")]
    public void A_version_with_the_WAL_reset_bug_is_refused(string version) =>
        Assert.Contains(version, Assert.Throws<StoreRefusedException>(() => SqliteVersion.RefuseUnsound(version)).Message, StringComparison.Ordinal);
}
