using System.Globalization;
using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Pages.Pictures;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Aggregates;
using CasualtyApi.Queries.Changes;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Queries.Facets;
using CasualtyApi.Queries.Held;
using CasualtyApi.Queries.Methods;
using CasualtyApi.Queries.Timelines;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.WebUtilities;

namespace CasualtyApi.Pages;

/// <summary>What a page of claims reads them with.</summary>
internal sealed record Lectern(HttpContext Http, QueryValues Query, CasualtyDbContext Db, LedgerView Ledger, HeldLedger Held, HeldViews Views);

/// <summary>The claims a page or a picture was asked for, and what is read of them.</summary>
internal sealed class PickedClaims
{
    /// <summary>More claims than this are not compared or drawn all at once.</summary>
    public const int Comparable = 5_000;

    /// <summary>The filters, and what a timeline is drawn by.</summary>
    public static readonly QueryTable Table = new([.. ClaimFilter.Fields, ClaimTimeline.Interval]);

    private const int Newest = 8;

    /// <summary>Two months by the day, a year by the week, are as many points as can be told apart.</summary>
    private const int DaysByDay = 62, DaysByWeek = 366;

    private readonly Lectern _lectern;
    private readonly HeldClaims? _known;
    private readonly ClaimFilter _filter;
    private readonly QueryValues _values;
    private readonly IQueryCollection _asked;
    private Page<ClaimResponse>? _newest;
    private TimelineResponse? _timeline;

    private PickedClaims(Lectern lectern, HeldClaims? known, ClaimFilter filter, QueryValues values, IQueryCollection asked) =>
        (_lectern, _known, _filter, _values, _asked) = (lectern, known, filter, values, asked);

    /// <summary>The stretch of days a point of the timeline stands for.</summary>
    public string Interval => _values.Get(ClaimTimeline.Interval) ?? ClaimTimeline.Interval.Default!;

    public static async Task<(PickedClaims? Picked, BadRequestProblem? Problem)> ReadAsync(Lectern lectern, CancellationToken cancellationToken)
    {
        var known = lectern.Ledger.IsAsOf ? null : await lectern.Held.AtAsync(lectern.Db, lectern.Ledger.Position, cancellationToken);
        var foreign = lectern.Http.Request.Query.Keys.Where(key => Table.Fields.All(field => field.Name != key));
        return await OfAsync(Asked.With(lectern.Http.Request, [.. foreign.Select(key => (key, (string?)null))]), lectern, known, cancellationToken);
    }

    /// <summary>The query these claims were picked by, with some parameters set.</summary>
    public string With(params (string Name, string? Value)[] changes) => Asked.With(_asked, changes);

    /// <summary>The same without what is the timeline's own: as claims, and their comparisons, are asked for.</summary>
    public string Filtered(params (string Name, string? Value)[] changes) => With([(ClaimTimeline.Interval.Name, null), .. changes]);

    /// <summary>All claims, whatever was asked for.</summary>
    public async Task<PickedClaims> EverythingAsync(CancellationToken cancellationToken) => (await OfAsync("", _lectern, _known, cancellationToken)).Picked!;

    /// <summary>Some of these.</summary>
    public async Task<PickedClaims> NarrowedAsync(CancellationToken cancellationToken, params (string Name, string? Value)[] changes) =>
        (await OfAsync(With(changes), _lectern, _known, cancellationToken)).Picked!;

    /// <summary>These, where they are few enough to be compared and drawn, or of a document that was asked for; else those of the newest claims' documents.</summary>
    /// <param name="selected">How many these are.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<PickedClaims> ComparableAsync(int selected, CancellationToken cancellationToken)
    {
        if (selected <= Comparable || _values.Has(ClaimFilter.Document)) return this;
        var newest = (await NewestAsync(cancellationToken)).Items.Select(claim => claim.Document.Id.ToString(CultureInfo.InvariantCulture)).Distinct();
        return await NarrowedAsync(cancellationToken, (ClaimFilter.Document.Name, string.Join(',', newest)));
    }

    public async Task<PickedClaims> ComparableAsync(CancellationToken cancellationToken) =>
        await ComparableAsync((await FacetsAsync(1, cancellationToken)).Claims, cancellationToken);

    /// <summary>These over time: where no interval is asked for, by one short enough to show how a toll rose.</summary>
    public async Task<PickedClaims> TimedAsync(CancellationToken cancellationToken)
    {
        if (_values.Has(ClaimTimeline.Interval)) return this;
        var points = (await TimelineAsync(cancellationToken)).Series.SelectMany(series => series.Points).ToList();
        var interval = points.Count == 0 ? null : (points.Max(point => point.End).DayNumber - points.Min(point => point.Start).DayNumber) switch
        {
            < DaysByDay => "day",
            < DaysByWeek => "week",
            _ => null,
        };
        return interval is null ? this : await NarrowedAsync(cancellationToken, (ClaimTimeline.Interval.Name, interval));
    }

    /// <summary>How the newest of these are asked for.</summary>
    public string NewestFirst => Filtered(("sort", "-id"), ("limit", $"{Newest}"), ("total", "none"));

    public async Task<Page<ClaimResponse>> NewestAsync(CancellationToken cancellationToken) =>
        _newest ??= await ClaimList.ReadAsync(_filter, ClaimList.Query.Read(NewestFirst), _lectern.Db, _lectern.Ledger, cancellationToken);

    /// <param name="limit">How many values each facet shows.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<FacetsResponse> FacetsAsync(int limit, CancellationToken cancellationToken) =>
        ClaimFacets.ReadAsync(_filter, _values, limit, _known, _lectern.Db, _lectern.Ledger, _lectern.Views, cancellationToken);

    /// <param name="query">These, and how many subjects of them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<ComparisonsResponse> ComparisonsAsync(string query, CancellationToken cancellationToken) =>
        ClaimComparisons.ReadAsync(_filter, ClaimComparisons.Query.Read(query), _asked, _known, _lectern.Db, _lectern.Ledger, cancellationToken);

    public Task<(AggregatesResponse? Answer, Unaddable? Refused)> AggregatesAsync(AggregateMethod method, string query, CancellationToken cancellationToken) =>
        ClaimAggregates.ReadAsync(method, _filter, ClaimAggregates.Query.Read(query), _asked, _known, _lectern.Db, _lectern.Ledger, cancellationToken);

    public async Task<TimelineResponse> TimelineAsync(CancellationToken cancellationToken) =>
        _timeline ??= await ClaimTimeline.ReadAsync(_filter, _values, _asked, _known, _lectern.Db, _lectern.Ledger, _lectern.Views, cancellationToken);

    /// <summary>The claims that stand for the rows of some subjects, by their ids.</summary>
    public Task<IReadOnlyDictionary<long, ClaimResponse>> StandingAsync(IEnumerable<ComparisonResponse> subjects, CancellationToken cancellationToken) =>
        ClaimList.ByIdAsync(subjects.SelectMany(subject => subject.Rows.Select(row => row.Claims[0])), _lectern.Db, cancellationToken);

    /// <summary>The claims left out of a comparison because they deny a number, by their ids.</summary>
    public Task<IReadOnlyDictionary<long, ClaimResponse>> DenyingAsync(ComparisonsResponse compared, CancellationToken cancellationToken) =>
        ClaimList.ByIdAsync(compared.Items.Select(item => item.Excluded).Append(compared.Excluded).SelectMany(excluded => excluded.Denying), _lectern.Db, cancellationToken);

    /// <summary>Where a drawing of them comes from.</summary>
    /// <param name="path">Of the page that shows it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<PictureSource> SourceAsync(string path, CancellationToken cancellationToken)
    {
        var position = _lectern.Ledger.Position;
        return new(path + With((AsOf.Field.Name, position.ToString(CultureInfo.InvariantCulture))), position, await ChangeRows.MadeAtAsync(_lectern.Db, position, cancellationToken));
    }

    private static async Task<(PickedClaims? Picked, BadRequestProblem? Problem)> OfAsync(
        string asked, Lectern lectern, HeldClaims? known, CancellationToken cancellationToken)
    {
        var values = Table.Read(asked);
        var (filter, problem) = await ClaimFilter.ReadAsync(values, lectern.Db, known, cancellationToken);
        return problem is null ? (new(lectern, known, filter, values, new QueryCollection(QueryHelpers.ParseQuery(asked))), null) : (null, problem);
    }
}
