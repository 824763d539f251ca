namespace CasualtyApi.Http;

/// <summary>A query as read by its <see cref="QueryTable"/>.</summary>
/// <param name="values">What each given parameter means.</param>
/// <param name="faults">What is wrong, per parameter.</param>
/// <param name="hasUnknown">Whether a parameter was given that does not exist.</param>
/// <param name="canonical">The whole query in one fixed spelling: the same answer has the same one.</param>
/// <param name="selection">A hash of what chooses and orders the records, which a cursor is bound to.</param>
internal sealed class QueryValues(
    IReadOnlyDictionary<QueryField, object> values,
    IReadOnlyDictionary<string, string[]> faults,
    bool hasUnknown,
    string canonical,
    ulong selection)
{
    public string Canonical { get; } = canonical;

    public ulong Selection { get; } = selection;

    /// <summary>The refusal of a query with faults; null for a good one.</summary>
    public BadRequestProblem? Problem =>
        faults.Count == 0 ? null
        : new(hasUnknown ? ProblemType.UnknownParameter : ProblemType.BadValue,
            string.Join(' ', faults.Select(fault => fault.Value[0].StartsWith("There is", StringComparison.Ordinal)
                ? fault.Value[0]
                : $"Parameter '{fault.Key}': {fault.Value[0]}")),
            faults);

    public T? Get<T>(QueryField<T> field) => values.TryGetValue(field, out var value) ? (T)value : default;

    public IReadOnlyList<T> Get<T>(QueryList<T> field) => values.TryGetValue(field, out var value) ? (IReadOnlyList<T>)value : [];

    public bool Has(QueryField field) => values.ContainsKey(field);

    /// <summary>A cursor continues one list: its address, and the filters and the sort it was made for.</summary>
    public QueryValues WithCursorChecked(IReadOnlyList<QueryField> fields) =>
        !fields.Contains(PageFields.Cursor) || Get(PageFields.Cursor) is not { } cursor || cursor.Selection == Selection
            ? this
            : new(values, new Dictionary<string, string[]>(faults)
            {
                [PageFields.Cursor.Name] = ["belongs to another list, other filters or another sort. Send it back with those it came from."],
            }, hasUnknown, Canonical, Selection);

    /// <summary>Read once a request, by the table on the endpoint.</summary>
    public static QueryValues Of(HttpContext context)
    {
        if (context.Features.Get<QueryValues>() is { } read)
        {
            return read;
        }

        var table = context.GetEndpoint()?.Metadata.GetMetadata<QueryTable>() ?? QueryTable.None;
        var values = table.Read(context.Request.QueryString.Value, context.Request.Path);
        context.Features.Set(values);
        return values;
    }

    /// <summary>Lets a handler take the query as a parameter; <see cref="StrictQueryFilter"/> has refused a faulty one by then.</summary>
    public static ValueTask<QueryValues> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));
}
