using CasualtyApi.Store.Search;

namespace CasualtyApi.Tests.Store.Search;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Volodymyr ZELENSKÝY", "volodymyr zelenskyy")]
    [InlineData("Zelensky\u0301y", "zelenskyy")]
    [InlineData("  Médecins\u00a0Sans\t Frontières ", "medecins sans frontieres")]
    [InlineData("Łódź Straße Ærø İstanbul ", "lodz strasse aero istanbul")]
    [InlineData("Ｔｏｋｙｏ ﬁne", "tokyo fine")]
    [InlineData("Ukraine’s", "ukraine's")]
    [InlineData("Київ", "киів")]
    [InlineData("🕊", "🕊")]
    [InlineData("", "")]
    public void Case_accents_and_spacing_fold_away(string words, string folded) => Assert.Equal(folded, Folding.Fold(words));

    [Fact]
    public void A_noncharacter_is_left_out() => Assert.Equal("ab", Folding.Fold("A\uFFFEb\uFFFF"));
}
