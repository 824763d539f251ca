namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>A source while the article is being read: what each mention adds is kept, and the reading made of it at the end.</summary>
internal sealed class Source
{
    private SourceReading? reading;

    public required string Name { get; set; }

    public required SourceKind Kind { get; init; }

    public string? Role { get; set; }

    public string? Country { get; set; }

    public Source? Affiliation { get; set; }

    /// <summary>'m', 'f' or 'u', of a person.</summary>
    public char Gender { get; set; } = 'u';

    public bool IsPlural { get; init; }

    /// <summary>Somebody, named or not, whom "he" or "she" can mean.</summary>
    public bool IsSomebody { get; init; }

    /// <summary>The last word of a person's name, folded.</summary>
    public string Surname { get; init; } = "";

    /// <summary>A mention gave more of a person's name than the surname.</summary>
    public bool HasGivenName { get; set; }

    public List<string> Aliases { get; } = [];

    /// <summary>One object for all mentions; asked for when all of them are known.</summary>
    public SourceReading Reading => reading ??= new SourceReading(
        Name, Kind, Role, Country, Affiliation?.Reading, [.. Aliases.Where(alias => alias != Name).Distinct(StringComparer.Ordinal)]);
}
