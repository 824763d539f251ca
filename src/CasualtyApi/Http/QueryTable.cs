using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CasualtyApi.Http;

/// <summary>All parameters of one operation. It hangs on the endpoint as metadata; without one, an operation takes no parameter.</summary>
internal sealed class QueryTable(params IEnumerable<QueryField> fields)
{
    public static readonly QueryTable None = new();

    /// <summary>Of a record that has earlier states.</summary>
    public static readonly QueryTable OfRecord = new(AsOf.Field);

    public IReadOnlyList<QueryField> Fields { get; } = [.. fields];

    /// <summary>The table of a list: its filters, and what every list takes.</summary>
    public static QueryTable OfList<TItem>(QueryField sort, params IEnumerable<QueryField> filters) =>
        new([.. filters, sort, PageFields.Limit, PageFields.Cursor, PageFields.Total, PageFields.Members<TItem>()]);

    /// <summary>Reads a query string, every parameter and every fault of it.</summary>
    /// <param name="queryString">As it was sent.</param>
    /// <param name="path">Of the list it is asked of, which its cursors are bound to.</param>
    public QueryValues Read(string? queryString, string path = "")
    {
        var given = Split(queryString, out var garbled);
        var values = new Dictionary<QueryField, object>();
        var faults = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, words) in given)
        {
            if (Fields.FirstOrDefault(field => field.Name == name) is not { } field)
            {
                faults[name] = [$"There is no parameter '{name}' here.{Nearest.Question(name, Fields.Select(known => known.Name))}"];
                continue;
            }

            var (value, fault) = garbled.Contains(name) ? (null, "is no percent-encoded UTF-8; '%' itself is written '%25'.")
                : words.Any(HasNoCharacter) ? (null, "contains a code point that is no character.")
                : field.Read(words);
            if (fault is not null)
            {
                faults[name] = [fault];
            }
            else
            {
                values[field] = value!;
            }
        }

        var unknown = given.Keys.Any(name => Fields.All(field => field.Name != name));
        var read = new QueryValues(values, faults, unknown, Canonical(given, field => true), Hash($"{path.TrimEnd('/').ToLowerInvariant()}?{Canonical(given, field => field.Selects)}"));
        return read.WithCursorChecked(Fields);
    }

    /// <summary>U+0000 is refused by PostgreSQL, the two noncharacters by Unicode normalization; no name has any.</summary>
    private static bool HasNoCharacter(string word) => word.AsSpan().ContainsAny('\0', '\uFFFE', '\uFFFF');

    /// <summary>Names are told apart by case, which the framework's own collection does not do.</summary>
    /// <param name="queryString">As it was sent.</param>
    /// <param name="garbled">The names of those whose values cannot be decoded.</param>
    private static Dictionary<string, List<string>> Split(string? queryString, out HashSet<string> garbled)
    {
        garbled = new(StringComparer.Ordinal);
        var given = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(queryString))
        {
            var name = pair.DecodeName().ToString();
            if (!given.TryGetValue(name, out var words))
            {
                given[name] = words = [];
            }

            words.Add(pair.DecodeValue().ToString());
            if (!PercentEncoding.IsUtf8(pair.EncodedValue.Span)) garbled.Add(name);
        }

        return given;
    }

    /// <summary>The same choice of records is the same string, in whatever order it was asked for.</summary>
    private string Canonical(Dictionary<string, List<string>> given, Func<QueryField, bool> taken) =>
        string.Join('&', Fields
            .Where(field => taken(field) && given.ContainsKey(field.Name))
            .Select(field => (field.Name, Value: Canonical(field, given[field.Name]), Default: field.Default is { } usual && !given.ContainsKey(field.DefaultUnless ?? "") ? Canonical(field, [usual]) : null))
            .Where(pair => pair.Value != pair.Default)
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));

    private static string Canonical(QueryField field, List<string> words) =>
        field.TakesMany && field.Selects
            ? string.Join(',', words.SelectMany(word => word.Split(',')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            : string.Join(',', words);

    private static ulong Hash(string canonical) =>
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
}
