using System.Runtime.InteropServices;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Timelines;

/// <summary>
/// The timeline from what is held in memory: all series are counted, and the claims of those that are shown, and only these, are
/// put into points. It goes on counting as claims change, and makes anew the points of a series that lost one.
/// </summary>
internal sealed class HeldTimeline(string? dateField, string? interval) : IHeldFollower
{
    private readonly Dictionary<SeriesKey, SeriesCount> _series = [];
    private readonly Dictionary<SeriesKey, TimelinePoints> _points = [];
    private List<SeriesKey>? _shown;
    private (string Asked, WrittenSeries Series)? _written;
    private int _undated, _unquantified, _denied;

    /// <summary>A point is also there as it is written.</summary>
    public int Size => _series.Count + (_points.Values.Sum(points => points.Count) * 16);

    public void Add(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits)
    {
        foreach (var at in new HitsAt(hits))
        {
            if (KeyAt(claims, stretch, at, 1) is not { } key) continue;
            var (id, day) = (stretch.Id[at], stretch.Day(dateField, at));
            ref var series = ref CollectionsMarshal.GetValueRefOrAddDefault(_series, key, out var exists);
            series = new(series.Claims + 1, exists && series.First != 0 ? Math.Min(series.First, id) : exists ? 0 : id);
            (_shown, _written) = (null, null);
            if (!_points.TryGetValue(key, out var points)) continue;
            if (id > points.LastId) Put(points, stretch, at, day);
            else _points.Remove(key);
        }
    }

    public void Remove(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits)
    {
        foreach (var at in new HitsAt(hits))
        {
            if (KeyAt(claims, stretch, at, -1) is not { } key) continue;
            ref var series = ref CollectionsMarshal.GetValueRefOrNullRef(_series, key);
            series = new(series.Claims - 1, series.First == stretch.Id[at] ? 0 : series.First);
            if (series.Claims == 0) _series.Remove(key);
            _points.Remove(key);
            (_shown, _written) = (null, null);
        }
    }

    /// <summary>The answer at a position that this was moved to.</summary>
    public TimelineResponse Answer(HeldClaims claims, HeldFilter filter, int? undated, TimelineLinks links)
    {
        _shown ??= Choose(claims, filter);
        if (_shown.Any(key => !_points.ContainsKey(key))) PutPoints(claims, filter);
        if (_written?.Asked != links.Asked) _written = (links.Asked, new([.. _shown.Select(key => Answer(key, claims, links))]));
        return new(claims.Position, _undated + (undated ?? 0), _unquantified, _denied, _series.Count - _shown.Count, _written.Value.Series);
    }

    private TimelineSeries Answer(SeriesKey key, HeldClaims claims, TimelineLinks links)
    {
        var originator = key.IsOfDocument ? null : new SourceName(key.Originator, claims.Sources.Name(key.Originator)!);
        var party = claims.Names.Party(key.Party)!;
        return new(
            originator, key.IsOfDocument ? -key.Originator : null, new(party.Id, party.Name, party.Country, party.Kind), key.Category, key.Scope, _series[key].Claims,
            _points[key].Answer(links.Of(originator, key.Party, key.Category, key.Scope)));
    }

    /// <summary>Null for a claim that is in no series; it is counted apart.</summary>
    private SeriesKey? KeyAt(HeldClaims claims, HeldStretch stretch, int at, int one)
    {
        if (stretch.Day(dateField, at) == 0) _undated += one;
        else if (!stretch.IsQuantified(at)) _unquantified += one;
        else if (stretch.Certainty[at] == (byte)Certainty.Denied) _denied += one;
        else return SeriesKey.At(claims.Sources, stretch, at);
        return null;
    }

    /// <summary>The series of most claims; of equally many the one whose first claim is the earliest.</summary>
    private List<SeriesKey> Choose(HeldClaims claims, HeldFilter filter)
    {
        var best = new PriorityQueue<SeriesKey, (int Claims, int First)>();
        foreach (var (key, series) in _series)
        {
            if (best.Count == Timeline.MostSeries && best.TryPeek(out _, out var least) && series.Claims < least.Claims) continue;
            var rank = (series.Claims, -FirstOf(key, series, claims, filter));
            if (best.Count < Timeline.MostSeries) best.Enqueue(key, rank);
            else best.EnqueueDequeue(key, rank);
        }

        var shown = new List<SeriesKey>();
        while (best.TryDequeue(out var key, out _)) shown.Add(key);
        shown.Reverse();
        foreach (var hidden in _points.Keys.Except(shown).ToList()) _points.Remove(hidden);
        return shown;
    }

    /// <summary>Its first claim may have gone out of it since.</summary>
    private int FirstOf(SeriesKey key, SeriesCount series, HeldClaims claims, HeldFilter filter)
    {
        if (series.First != 0) return series.First;
        var finding = new Walking(this, claims.Sources, new() { [key] = new(interval, key.IsOfDocument) });
        claims.Each(key.Within(filter), ref finding);
        _series[key] = series with { First = finding.First };
        return finding.First;
    }

    private void PutPoints(HeldClaims claims, HeldFilter filter)
    {
        var missing = _shown!.Where(key => !_points.ContainsKey(key)).ToDictionary(key => key, key => new TimelinePoints(interval, key.IsOfDocument));
        var walking = new Walking(this, claims.Sources, missing);
        claims.Each(missing.Count == 1 ? missing.Keys.Single().Within(filter) : filter, ref walking);
        foreach (var (key, points) in missing) _points[key] = points;
    }

    private static void Put(TimelinePoints points, HeldStretch stretch, int at, int day) => points.Add(
        DateOnly.FromDayNumber(day), stretch.Id[at], (ClaimScope)stretch.Scope[at], End(stretch.Low[at]), End(stretch.High[at]));

    private static long? End(long end) => end == HeldClaim.Open ? null : end;

    /// <summary>Puts the claims of some series into their points.</summary>
    private struct Walking(HeldTimeline timeline, HeldSources sources, Dictionary<SeriesKey, TimelinePoints> series) : IHeldVisitor
    {
        public int First { get; private set; }

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            foreach (var at in new HitsAt(hits))
            {
                var day = stretch.Day(timeline.DateField, at);
                if (day == 0 || !stretch.IsQuantified(at) || stretch.Certainty[at] == (byte)Certainty.Denied
                    || !series.TryGetValue(SeriesKey.At(sources, stretch, at), out var points)) continue;
                if (First == 0) First = stretch.Id[at];
                Put(points, stretch, at, day);
            }
        }
    }

    private string? DateField => dateField;

    private readonly record struct SeriesCount(int Claims, int First);
}

/// <summary>What a series is of, in one number: what one originator claims of one party, category and scope.</summary>
internal readonly record struct SeriesKey(long Packed)
{
    private const int TermBits = 4, PartyBits = 24;

    /// <summary>A source; of a document without a known publisher that says it itself, its id below zero.</summary>
    public int Originator => (int)(Packed >> (PartyBits + (2 * TermBits)));

    public bool IsOfDocument => Originator < 0;

    public int Party => (int)((Packed >> (2 * TermBits)) & ((1L << PartyBits) - 1));

    public CasualtyCategory Category => (CasualtyCategory)((Packed >> TermBits) & ((1 << TermBits) - 1));

    public ClaimScope Scope => (ClaimScope)(Packed & ((1 << TermBits) - 1));

    public static SeriesKey At(HeldSources sources, HeldStretch stretch, int at) => new(
        ((((((long)(sources.Originator(stretch, at) is not 0 and var originator ? originator : -stretch.Document[at]) << PartyBits) | (uint)stretch.Party[at]) << TermBits) | stretch.Category[at]) << TermBits) | stretch.Scope[at]);

    /// <summary>A filter narrowed to the series, as far as its columns tell.</summary>
    public HeldFilter Within(HeldFilter filter) => filter.IsCollapsed ? filter : filter with
    {
        Parties = new([Party]),
        Categories = 1 << (int)Category,
        Scopes = 1 << (int)Scope,
    };
}
