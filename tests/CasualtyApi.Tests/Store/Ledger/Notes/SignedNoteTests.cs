using CasualtyApi.Store;
using CasualtyApi.Store.Ledger.Notes;

namespace CasualtyApi.Tests.Store.Ledger.Notes;

public sealed class SignedNoteTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("casualty-keys-");

    private string KeyFile => Path.Combine(folder.FullName, "ledger.key");

    [Fact]
    public void What_is_signed_reads_and_verifies_as_written()
    {
        var key = SigningKey.LoadOrMake(KeyFile);
        var note = SignedNote.Sign(new Checkpoint("example.com/log", 20, new byte[32]).Text, "example.com/log", key).ToString();
        var read = SignedNote.Parse(note)!;

        Assert.Equal(note, read.ToString());
        Assert.True(read.IsSignedBy(VerifierKey.Parse(key.VerifierOf("example.com/log").ToString())!));
        Assert.False(read.IsSignedBy(key.VerifierOf("example.com/other")));
        Assert.Equal(20, Checkpoint.Parse(read.Text)!.Size);
    }

    [Fact]
    public void A_key_is_made_once_and_read_ever_after()
    {
        var made = SigningKey.LoadOrMake(KeyFile).VerifierOf("a");
        Assert.Equal(made.ToString(), SigningKey.LoadOrMake(KeyFile).VerifierOf("a").ToString());
        Assert.Equal(["ledger.key"], folder.GetFiles().Select(file => file.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAJNpOcNUXbub0VkoDtywkN+Ug40mRcpsTcTRkRV+3924=\n-----END PUBLIC KEY-----\n")]
    public void A_file_that_holds_something_else_is_refused_and_left_as_it_is(string content)
    {
        File.WriteAllText(KeyFile, content);
        Assert.Throws<StoreRefusedException>(() => SigningKey.LoadOrMake(KeyFile));
        Assert.Equal(content, File.ReadAllText(KeyFile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("origin\n1\nAAAA\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n- name AAAAAAAAAAA=\n")]
    public void What_is_no_note_is_none(string text) => Assert.Null(SignedNote.Parse(text));

    [Theory]
    [InlineData("origin\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("origin\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("origin\n1\nAAAA\n")]
    [InlineData("\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    public void What_is_no_checkpoint_is_none(string text) => Assert.Null(Checkpoint.Parse(text));

    public void Dispose() => folder.Delete(recursive: true);
}
