using Microsoft.OpenApi;

namespace CasualtyApi.Http;

/// <summary>
/// One query parameter, declared once: the endpoint filter reads the query by it, the OpenAPI document describes it.
/// (Minimal-API binding cannot be strict and cannot read kebab-case; see docs/decisions/0020.)
/// </summary>
internal abstract class QueryField(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    public JsonSchemaType Type { get; init; } = JsonSchemaType.String;

    public string? Format { get; init; }

    public string? Pattern { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    /// <summary>The only words allowed; null where any is.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>What an absent parameter means, as it would be written; null where absence means "no filter".</summary>
    public string? Default { get; init; }

    /// <summary>The parameter beside which an absent one means something else.</summary>
    public string? DefaultUnless { get; init; }

    /// <summary>An example that finds something on a fresh install; Swagger UI fills it in.</summary>
    public string? Example { get; init; }

    /// <summary>True where the parameter takes several words, comma-separated or repeated.</summary>
    public virtual bool TakesMany => false;

    /// <summary>Whether the parameter chooses records, or only how a page of them is shown.</summary>
    public bool Selects { get; init; } = true;

    /// <summary>Reads the values given for this parameter; the fault says what is wrong with them.</summary>
    public abstract (object? Value, string? Fault) Read(IReadOnlyList<string> given);
}

/// <summary>Reads one word; the fault completes the sentence "'word' …".</summary>
internal delegate (T? Value, string? Fault) WordReader<T>(string word);

/// <summary>A parameter that may be given once, with one value.</summary>
internal sealed class QueryField<T>(string name, string description, WordReader<T> reader) : QueryField(name, description)
{
    public override (object? Value, string? Fault) Read(IReadOnlyList<string> given)
    {
        if (given.Count > 1)
        {
            return (null, $"is given {given.Count} times, but takes one value.");
        }

        var (value, fault) = reader(given[0]);
        return (value, fault);
    }
}

/// <summary>A parameter that takes several values; they combine by "or".</summary>
internal sealed class QueryList<T>(string name, string description, WordReader<T> reader) : QueryField(name, description)
{
    public override bool TakesMany => true;

    /// <summary>True where a comma may belong to a value ("Ministry of Health, Gaza"); who resolves the names splits them.</summary>
    public bool KeepsCommas { get; init; }

    public override (object? Value, string? Fault) Read(IReadOnlyList<string> given)
    {
        var values = new List<T>();
        foreach (var word in given.SelectMany(value => KeepsCommas ? [value] : value.Split(',')))
        {
            var (value, fault) = reader(word.Trim());
            if (fault is not null)
            {
                return (null, fault);
            }

            values.Add(value!);
        }

        return (values, null);
    }
}
