namespace CasualtyApi.Queries.Subjects;

/// <summary>
/// How many speak for themselves. Whoever relays, and whoever speaks for another, adds nobody: their claims have the
/// originator of the one they pass on.
/// </summary>
internal static class Independence
{
    /// <summary>Everybody whose claims stand here.</summary>
    public static int Originators(IEnumerable<SelectedClaim> claims) =>
        claims.Select(claim => claim.Originator).Distinct().Count();

    /// <summary>Those of them that can be told from the others.</summary>
    public static int Of(IEnumerable<SelectedClaim> claims) =>
        claims.Select(claim => claim.Originator).Where(originator => originator.IsCounted).Distinct().Count();
}
