using CasualtyApi.Queries;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

/// <summary>
/// The timeline from what is held in memory, in two walks: the first counts the series, the second puts the claims of those that
/// are shown, and only these, into their points.
/// </summary>
internal sealed class HeldTimeline(HeldSources sources, string? dateField)
{
    private readonly Dictionary<Key, (int Claims, int First)> _series = [];
    private readonly Dictionary<Key, List<HeldClaim>> _shown = [];
    private int _undated, _unquantified, _denied;

    public HeldCountingSeries Counting => new(this);

    public HeldShowing Showing => new(this);

    public void Choose(int most)
    {
        foreach (var series in _series.OrderByDescending(series => series.Value.Claims).ThenBy(series => series.Value.First).Take(most)) _shown[series.Key] = [];
    }

    /// <summary>Puts what was chosen into a timeline.</summary>
    public async Task<Timeline> FillAsync(string? interval, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var parties = _shown.Keys.Select(key => (long)key.Party).Distinct().ToList();
        var named = await db.Parties.Where(party => EF.Parameter(parties).Contains(party.Id)).ToDictionaryAsync(party => party.Id, cancellationToken);
        var directory = await SourceDirectory.LoadAsync(db, _shown.Keys.Select(key => (long)key.Originator).Where(id => id > 0), cancellationToken);
        var timeline = new Timeline(dateField, interval, directory);
        foreach (var (key, claims) in _shown)
        {
            var subject = Subject(named[key.Party]);
            foreach (var claim in claims) timeline.Add(Row(claim, key.Originator, subject));
        }

        timeline.LeftOut(_series.Count - _shown.Count, _undated, _unquantified, _denied);
        return timeline;
    }

    internal void Count(in HeldClaim claim)
    {
        if (claim.Day(dateField) == 0) _undated++;
        else if (!claim.IsQuantified) _unquantified++;
        else if (claim.Certainty == Certainty.Denied) _denied++;
        else
        {
            ref var series = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_series, KeyOf(claim), out var exists);
            series = (series.Claims + 1, exists ? series.First : claim.Id);
        }
    }

    internal void Show(in HeldClaim claim)
    {
        if (claim.Day(dateField) != 0 && claim.IsQuantified && claim.Certainty != Certainty.Denied && _shown.TryGetValue(KeyOf(claim), out var claims)) claims.Add(claim);
    }

    private Key KeyOf(in HeldClaim claim) => new(
        claim.ClaimantId > 0 ? sources.Top(claim.ClaimantId) : sources.Same(claim.PublisherId), claim.PartyId, claim.Category, claim.Scope);

    private static ClaimSubject Subject(Party party) => new(party.Id, party.Name, party.Country, party.Kind);

    // What speaks for the originator was found before: here it speaks for itself.
    private TimelineRow Row(in HeldClaim claim, int originator, ClaimSubject party) => new(
        claim.Id, null, originator == 0 ? null : originator, party, claim.Category, claim.Scope, claim.Certainty,
        DateOnly.FromDayNumber(claim.Day(dateField)), DateOnly.FromDayNumber(claim.Day(dateField)), DateOnly.FromDayNumber(claim.Day(dateField)),
        Http.Days.Start(DateOnly.FromDayNumber(claim.Day(dateField))), End(claim.Low), End(claim.High));

    private static long? End(long end) => end == HeldClaim.Open ? null : end;

    private readonly record struct Key(int Originator, int Party, CasualtyCategory Category, ClaimScope Scope);
}

/// <summary>The first walk.</summary>
internal readonly struct HeldCountingSeries(HeldTimeline timeline) : IHeldVisitor
{
    public void Visit(in HeldClaim claim) => timeline.Count(claim);
}

/// <summary>The second.</summary>
internal readonly struct HeldShowing(HeldTimeline timeline) : IHeldVisitor
{
    public void Visit(in HeldClaim claim) => timeline.Show(claim);
}
