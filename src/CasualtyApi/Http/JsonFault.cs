using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace CasualtyApi.Http;

/// <summary>What JSON fills.</summary>
internal sealed record JsonWhole(string Name)
{
    public static readonly JsonWhole Body = new("The body");
    public static readonly JsonWhole Line = new("The line");

    /// <summary>Where in it, counted from 1; a line of lines has no lines of its own.</summary>
    public string Place(JsonException malformed) =>
        this == Line ? $"byte {malformed.BytePositionInLine + 1}" : $"line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}";
}

/// <summary>
/// Finds out why a body was refused. The serializer only says that; a caller has to know which member, and whether the JSON,
/// a name, a doubled name or a type is at fault.
/// </summary>
/// <param name="whole">What holds the JSON: a body, or one line of it.</param>
internal sealed class JsonFault(JsonWhole whole)
{
    private const string HalfPair = "holds a \\u escape that is half a surrogate pair, which is no character.";

    public BadRequestProblem Of(ReadOnlyMemory<byte> json, Type wanted, JsonException refusal)
    {
        if (!Utf8.IsValid(json.Span))
        {
            return new(ProblemType.MalformedJson, $"{whole.Name} is not UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return Member(document.RootElement, ApiJson.Options.GetTypeInfo(wanted), "")
                ?? new(ProblemType.WrongType, $"{whole.Name} does not fit at {refusal.Path ?? "$"}.");
        }
        catch (JsonException malformed)
        {
            return new(ProblemType.MalformedJson, json.IsEmpty
                ? $"{whole.Name} is empty."
                : $"{whole.Name} is not well-formed JSON: reading stopped at {whole.Place(malformed)}.");
        }
        catch (InvalidOperationException)
        {
            return Fault(ProblemType.BadValue, "", HalfPair);
        }
    }

    private BadRequestProblem? Member(JsonElement element, JsonTypeInfo wanted, string path)
    {
        if (wanted is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } type } && element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Select((item, index) => Member(item, ApiJson.Options.GetTypeInfo(type), $"{path}[{index}]")).FirstOrDefault(fault => fault is not null);
        }

        if (wanted.Kind != JsonTypeInfoKind.Object)
        {
            return Value(element, wanted.Type, path);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return Fault(ProblemType.WrongType, path, $"is {Kind(element)} where an object is wanted.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var known = wanted.Properties.Select(property => property.Name).ToList();
        foreach (var member in element.EnumerateObject())
        {
            var name = Join(path, member.Name);
            if (!seen.Add(member.Name))
            {
                return Fault(ProblemType.DuplicateMember, name, "stands twice.");
            }

            if (wanted.Properties.FirstOrDefault(property => property.Name == member.Name) is not { } property)
            {
                return Fault(ProblemType.UnknownMember, name, $"is not known here.{Nearest.Question(member.Name, known)}");
            }

            if ((Null(member.Value, property, name) ?? Inner(member.Value, property, name)) is { } fault)
            {
                return fault;
            }
        }

        return wanted.Properties.FirstOrDefault(property => property.IsRequired && !seen.Contains(property.Name)) is { } missing
            ? Fault(ProblemType.BadValue, Join(path, missing.Name), "is missing.")
            : null;
    }

    private BadRequestProblem? Null(JsonElement value, JsonPropertyInfo property, string name) =>
        value.ValueKind == JsonValueKind.Null && !property.IsSetNullable
            ? Fault(ProblemType.WrongType, name, $"is null where {Wanted(property.PropertyType)} is wanted.")
            : null;

    private BadRequestProblem? Inner(JsonElement value, JsonPropertyInfo property, string name) =>
        value.ValueKind == JsonValueKind.Null ? null : Member(value, ApiJson.Options.GetTypeInfo(property.PropertyType), name);

    private BadRequestProblem? Value(JsonElement element, Type type, string path)
    {
        try
        {
            element.Deserialize(type, ApiJson.Options);
            return null;
        }
        catch (JsonException)
        {
            var plain = Nullable.GetUnderlyingType(type) ?? type;
            return Form(element, plain) is { } form
                ? Fault(ProblemType.BadValue, path, form)
                : Fault(ProblemType.WrongType, path, $"is {Kind(element)} where {Wanted(type)} is wanted.");
        }
    }

    /// <summary>What is wrong with a value of the right kind; null for one of another kind.</summary>
    private static string? Form(JsonElement element, Type type) => (element.ValueKind, type) switch
    {
        (JsonValueKind.String, _) when type == typeof(DateOnly) => "is no date; dates are written YYYY-MM-DD.",
        (JsonValueKind.String, _) when type == typeof(DateTimeOffset) => "is no instant; instants are written 2025-01-08T12:00:00Z.",
        (JsonValueKind.String, _) when type == typeof(string) => HalfPair,
        (JsonValueKind.String, { IsEnum: true }) => QueryFields.NotAmong(element.GetString()!, Words(type)),
        (JsonValueKind.Number, { IsPrimitive: true }) when type != typeof(bool) => "is a number that does not fit here: too great, too small, or not whole.",
        _ => null,
    };

    private static string[] Words(Type term) => [.. Enum.GetNames(term).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    private BadRequestProblem Fault(ProblemType type, string path, string fault) =>
        path.Length == 0
            ? new(type, $"{whole.Name} {fault}")
            : new(type, $"Member '{path}' {fault}", new Dictionary<string, string[]> { [path] = [fault] });

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    private static string Wanted(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var plain when plain == typeof(string) => "a string",
        var plain when plain == typeof(DateOnly) => "a date written YYYY-MM-DD",
        var plain when plain == typeof(bool) => "a boolean",
        var plain when plain.IsPrimitive => "a number",
        var plain when plain.IsEnum => "one of " + string.Join(", ", Words(plain)),
        var plain when plain == typeof(DateTimeOffset) => "an instant written 2025-01-08T12:00:00Z",
        var plain when plain.IsAssignableTo(typeof(System.Collections.IEnumerable)) => "an array",
        _ => "something else",
    };
}
