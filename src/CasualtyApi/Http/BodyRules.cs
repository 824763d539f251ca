using System.Text;
using CasualtyApi.Store.Search;
using FluentValidation;

namespace CasualtyApi.Http;

/// <summary>What members of bodies have in common.</summary>
internal static class BodyRules
{
    private const int LongestName = 300;
    private const int LongestReason = 2_000;

    /// <summary>Somebody's or something's name: it must have a letter or a digit, for it is looked for by these.</summary>
    public static IRuleBuilderOptions<TBody, string> AsName<TBody>(this IRuleBuilderInitial<TBody, string> rule, string member) => rule
        .Must(name => name is not null && SearchWord.In(name).Any()).WithMessage("is blank: a name has a letter or a digit.").OverridePropertyName(member)
        .Must(name => IsShort(name, LongestName)).WithMessage($"is longer than {LongestName} characters.")
        .Must(IsOneLine).WithMessage("holds a control character; a name stands on one line.");

    /// <summary>A few words, where there are any.</summary>
    public static IRuleBuilderOptions<TBody, string?> AsWords<TBody>(this IRuleBuilderInitial<TBody, string?> rule, int longest, string member) => rule
        .Must(words => words is null || !string.IsNullOrWhiteSpace(words)).WithMessage("is blank; leave it out, or make it null.").OverridePropertyName(member)
        .Must(words => IsShort(words, longest)).WithMessage($"is longer than {longest} characters.")
        .Must(IsOneLine).WithMessage("holds a control character.");

    /// <summary>ISO 3166-1 alpha-2, in capitals.</summary>
    public static IRuleBuilderOptions<TBody, string?> AsCountry<TBody>(this IRuleBuilderInitial<TBody, string?> rule, string member) => rule
        .Must(code => code is null || CountryCodes.Contains(code)).OverridePropertyName(member)
        .WithMessage("is no country code; codes are those of ISO 3166-1 in capitals: 'UA' for Ukraine, 'GB' for the United Kingdom.");

    /// <summary>Why something is done: the ledger keeps it for ever.</summary>
    public static IRuleBuilderOptions<TBody, string?> AsReason<TBody>(this IRuleBuilderInitial<TBody, string?> rule, bool isRequired) => rule
        .Must(reason => (reason is null && !isRequired) || !string.IsNullOrWhiteSpace(reason)).OverridePropertyName("reason")
        .WithMessage(isRequired ? "is blank: say why, for those who read the ledger later." : "is blank; leave it out, or say why.")
        .Must(reason => IsShort(reason, LongestReason)).WithMessage($"is longer than {LongestReason} characters.");

    /// <summary>Admiralty grade of a number.</summary>
    public static IRuleBuilderOptions<TBody, int?> AsCredibility<TBody>(this IRuleBuilderInitial<TBody, int?> rule) => rule
        .InclusiveBetween(1, 6).OverridePropertyName("credibility").WithMessage("goes from 1, confirmed, to 6, which cannot be judged.");

    /// <summary>What <see cref="AsName{TBody}"/> asks, at once.</summary>
    public static bool IsName(string? name) => name is not null && SearchWord.In(name).Any() && IsShort(name, LongestName) && IsOneLine(name);

    private static bool IsShort(string? words, int longest) => words is null || words.EnumerateRunes().Take(longest + 1).Count() <= longest;

    private static bool IsOneLine(string? words) => words is null || !words.EnumerateRunes().Any(Rune.IsControl);
}
