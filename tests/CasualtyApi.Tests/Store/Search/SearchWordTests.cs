using CasualtyApi.Store.Search;

namespace CasualtyApi.Tests.Store.Search;

public sealed class SearchWordTests
{
    [Theory]
    [InlineData("Heavy losses, 1,000 men.", "heavy losses 1 000 men")]
    [InlineData("N'Djamena N’Djamena N´Djamena Nʼdjamena", "n djamena n djamena n djamena n djamena")]
    [InlineData("Zelenskýy Зеленський ŁÓDŹ Straße", "zelenskyy зеленськии lodz strasse")]
    [InlineData("al-Shabaab’s", "al shabaab s")]
    [InlineData("死者12人、行方不明", "死 者 12 人 行 方 不 明")]
    [InlineData("\U0001D400bc \U0001F600", "abc")]
    [InlineData("\"* - () :", "")]
    [InlineData("", "")]
    public void Words_are_runs_of_letters_and_digits_folded(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SearchWord.In(text).Select(word => word.Folded)));

    [Fact]
    public void A_word_knows_where_it_stands() =>
        Assert.Equal(
            ["Ünï", "x", "Ж"],
            SearchWord.In("—Ünï, \U0001F600 x Ж").Select(word => "—Ünï, \U0001F600 x Ж"[word.Start..word.End]));

    [Fact]
    public void A_run_without_end_is_cut() =>
        Assert.All(SearchWord.In(new string('a', 100_000) + " \U00020000\U00020001"), word => Assert.InRange(word.Folded.Length, 1, 64));

    [Theory]
    [InlineData("heavy losses", "heavy|losses")]
    [InlineData("\"heavy losses\" kirby", "heavy losses|kirby")]
    [InlineData("“heavy losses” «two men»", "heavy losses|two men")]
    [InlineData("\"heavy losses", "heavy|losses")]
    [InlineData("heavy heavy HEAVY", "heavy")]
    [InlineData("AND ( * col:losses NEAR(a b)", "and|col losses|near a|b")]
    [InlineData("N'Djamena 1,000", "n djamena|1 000")]
    [InlineData("\"\" * -", "")]
    public void A_query_is_words_and_phrases_and_nothing_else(string query, string terms) =>
        Assert.Equal(terms, string.Join('|', SearchTerms.Read(query).All.Select(term => string.Join(' ', term))));
}
