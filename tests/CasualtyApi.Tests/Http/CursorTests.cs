using CasualtyApi.Http;
using CsCheck;

namespace CasualtyApi.Tests.Http;

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_reads_as_what_was_written() =>
        Gen.Select(Gen.ULong, Gen.Long, Gen.Long.Nullable()).Sample((selection, id, key) =>
        {
            var cursor = new Cursor(selection, id, key);
            return Cursor.Read(cursor.ToString()) == (cursor, null);
        });

    [Fact]
    public void Any_other_token_is_refused() =>
        Gen.String.Sample(token => Cursor.Read(token) is (null, not null));
}
