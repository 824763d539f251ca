using System.Globalization;
using CasualtyApi.Ingest.Extracted;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Pages.Frame;

/// <summary>What records say, as people say it.</summary>
internal static class Words
{
    private const string Unpublished = "a document without publisher";

    public static string Count(long count, string one) => $"{Number(count)} {one}{(count == 1 ? "" : "s")}";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTime instant) => Day(DateOnly.FromDateTime(instant));

    /// <summary>"killed-or-injured" is "killed or injured".</summary>
    public static string Of<TTerm>(TTerm term)
        where TTerm : struct, Enum => Kebab.Of(term).Replace('-', ' ');

    /// <summary>"killed, captured" for a union that has no word of its own.</summary>
    public static string Category(CasualtyCategory category, IReadOnlyList<CasualtyCategory>? mixedOf) =>
        mixedOf is { Count: > 0 } ? string.Join(" or ", mixedOf.Select(Of)) : Of(category);

    /// <summary>"killed, denied": what is claimed to have happened, and what is denied to have.</summary>
    public static string Harm(CasualtyCategory category, IReadOnlyList<CasualtyCategory>? mixedOf, Certainty certainty) =>
        Category(category, mixedOf) + (certainty == Certainty.Denied ? ", denied" : "");

    /// <summary>A count as it was read, never closer than it was worded.</summary>
    public static string Figure(CountRelation relation, long? low, long? high) => relation switch
    {
        CountRelation.About => $"about {Number(low ?? high ?? 0)}",
        CountRelation.MoreThan => $"more than {Number(low ?? 0)}",
        CountRelation.AtMost => $"at most {Number(high ?? 0)}",
        CountRelation.LessThan => $"fewer than {Number(high ?? 0)}",
        _ => Range(low, high),
    };

    /// <summary>A range whose ends may be open.</summary>
    public static string Range(long? low, long? high) => (low, high) switch
    {
        (null, null) => "a number not given",
        ({ } least, null) => $"{Number(least)} or more",
        (null, { } most) => $"at most {Number(most)}",
        ({ } least, { } most) => least == most ? Number(least) : $"{Number(least)}–{Number(most)}",
    };

    public static string Range(Envelope? envelope) => envelope is null ? "none" : Range(envelope.Low, envelope.High);

    public static string Person(SourceReference source) => Person(source.Name, source.Role, source.Country);

    public static string Person(ExtractedSource source) => Person(source.Name, source.Role, source.Country);

    /// <summary>"John Kirby, White House national security spokesperson (US)".</summary>
    private static string Person(string name, string? role, string? country) =>
        name + (role is null || role == name ? "" : $", {role}") + (country is null ? "" : $" ({country})");

    public static string Voice(ClaimResponse claim) => claim.Claimant?.Name ?? NobodyNamed(claim.Statement.Kind);

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string VoiceFirst(ClaimResponse claim) => claim.Claimant?.Name ?? First(NobodyNamed(claim.Statement.Kind));

    /// <summary>Who speaks where no source is named: a text's own voice is not that of somebody it quotes.</summary>
    public static string NobodyNamed(StatementKind kind) => kind == StatementKind.Narrated ? "the document’s own voice" : "somebody who is not named";

    /// <summary>Whose claim a row of a comparison is.</summary>
    public static string Originator(SourceName? originator) => originator?.Name ?? Unpublished;

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string OriginatorFirst(SourceName? originator) => originator?.Name ?? First(Unpublished);

    private static string First(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Where a claim's words stand: the page of its document, opened at them.</summary>
    public static string Place(ClaimResponse claim) => claim.Links.Text;
}
