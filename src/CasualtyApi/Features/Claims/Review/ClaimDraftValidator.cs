using CasualtyApi.Http;
using CasualtyApi.Store.Terms;
using FluentValidation;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>What can be said of a claim without looking at anything else.</summary>
internal sealed class ClaimDraftValidator : AbstractValidator<ClaimDraft>
{
    private const long MostPeople = 10_000_000_000;

    public ClaimDraftValidator()
    {
        RuleFor(draft => draft.Quote.Exact).NotEmpty().WithMessage("is empty.").OverridePropertyName("quote.exact");
        RuleFor(draft => draft.MixedOf).Must((draft, members) => AreMembers(draft.Category, members ?? []))
            .WithMessage("holds two or more different categories where the category is 'mixed', and nothing otherwise.").OverridePropertyName("mixedOf");
        RuleFor(draft => draft.Cause).AsWords(100, "cause");
        RuleFor(draft => draft.Count).Must(count => AreEnds(count.Relation, count.Low, count.High)).WithMessage(
            draft => $"has ends that do not go with '{Kebab.Of(draft.Count.Relation)}'. {Wanted(draft.Count.Relation)}").OverridePropertyName("count");
        RuleFor(draft => draft.Count).Must(count => count is { Low: null or (>= 0 and <= MostPeople), High: null or (>= 0 and <= MostPeople) })
            .WithMessage($"goes from 0 to {MostPeople:N0}, more than there are people.").OverridePropertyName("count");
        RuleFor(draft => draft.Party.Name).AsName("party.name");
        RuleFor(draft => draft.Party.Country).AsCountry("party.country");
        RuleFor(draft => draft.Blamed!.Name).AsName("blamed.name").When(draft => draft.Blamed is not null);
        RuleFor(draft => draft.Blamed!.Country).AsCountry("blamed.country").When(draft => draft.Blamed is not null);
        RuleFor(draft => draft.Place!.Name).AsName("place.name").When(draft => draft.Place is not null);
        RuleFor(draft => draft.Place!.Country).AsCountry("place.country").When(draft => draft.Place is not null);
        RuleFor(draft => draft.Place).Must(place => place is null || IsPoint(place.Lat, place.Lon))
            .WithMessage("has both 'lat', from -90 to 90, and 'lon', from -180 to 180, or neither.").OverridePropertyName("place");
        RuleFor(draft => draft.Period).Must(period => period is null || !(period.Start > period.End))
            .WithMessage("starts after its end.").OverridePropertyName("period");
        RuleFor(draft => draft.AlsoClaimants).Must((draft, also) => also is null or [] || draft.Claimant is not null)
            .WithMessage("names who claims it jointly, but 'claimant' is null.").OverridePropertyName("alsoClaimants");
        RuleFor(draft => draft.AlsoClaimants).Must((draft, _) => draft.ClaimantIds.Distinct().Count() == draft.ClaimantIds.Count)
            .WithMessage("names somebody twice.").OverridePropertyName("alsoClaimants");
        RuleForEach(draft => draft.Texts).Must(text => text.Words.Length > 0).WithMessage("is empty; leave it out, or make it null.").OverridePropertyName("text");
        RuleFor(draft => draft.Reason).AsReason(isRequired: false);
    }

    private static bool AreMembers(CasualtyCategory category, IReadOnlyList<CasualtyCategory> members) => category == CasualtyCategory.Mixed
        ? members.Count > 1 && members.Distinct().Count() == members.Count && !members.Contains(CasualtyCategory.Mixed)
        : members.Count == 0;

    private static bool AreEnds(CountRelation relation, long? low, long? high) => relation switch
    {
        CountRelation.Exactly or CountRelation.About => low is not null && low == high,
        CountRelation.MoreThan or CountRelation.AtLeast or CountRelation.Vague => low is not null && high is null,
        CountRelation.AtMost or CountRelation.LessThan => low is null && high is not null,
        CountRelation.Between => low is not null && high is not null && low <= high,
        _ => low is null && high is null,
    };

    private static string Wanted(CountRelation relation) => relation switch
    {
        CountRelation.Exactly or CountRelation.About => "'low' and 'high' are the same number.",
        CountRelation.MoreThan or CountRelation.AtLeast or CountRelation.Vague => "'low' is a number, 'high' is open: null.",
        CountRelation.AtMost or CountRelation.LessThan => "'low' is open: null, 'high' is a number.",
        CountRelation.Between => "'low' and 'high' are numbers, the lower first.",
        _ => "Both are open: null.",
    };

    private static bool IsPoint(double? lat, double? lon) =>
        (lat is null && lon is null) || (lat is >= -90 and <= 90 && lon is >= -180 and <= 180);
}
