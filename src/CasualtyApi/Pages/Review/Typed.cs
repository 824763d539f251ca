namespace CasualtyApi.Pages.Review;

/// <summary>What a reviewer typed into a form, shown again where it could not be done.</summary>
/// <param name="Values">By the names of the fields; beside each that shows a claim's own word stands the word that was shown, as "was-" and its name.</param>
internal sealed record Typed(IReadOnlyDictionary<string, string> Values)
{
    public static readonly Typed Nothing = new(new Dictionary<string, string>());

    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>A browser sends the line ends of a text field as CR and LF, whatever they were.</summary>
    public static Typed Of(IFormCollection form) =>
        new(form.Where(field => field.Key is not "key").ToDictionary(field => field.Key, field => field.Value.ToString().ReplaceLineEndings("\n")));

    /// <summary>Whether the reviewer wrote another word than the one that was shown.</summary>
    public bool Differs(string field) => Values.ContainsKey(field) && this[field] != this[Was(field)];

    /// <summary>What the field shows: what was typed, or, where the reviewer left it alone, what stands there now.</summary>
    public string Shown(string field, string present) => Differs(field) ? this[field] : present;

    public static string Was(string field) => "was-" + field;
}
