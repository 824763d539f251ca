using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Methods;

/// <summary>Whether two incidents can be one, or one hold people of the other.</summary>
internal static class Overlap
{
    public static bool Can(SelectedClaim one, SelectedClaim other) => DaysMeet(one, other) && PlacesMeet(one.Place!, other.Place!);

    private static bool DaysMeet(SelectedClaim one, SelectedClaim other)
    {
        var (days, others) = (one.Subject, other.Subject);
        return days.Start <= others.End && others.Start <= days.End;
    }

    // Two towns are two, and so are two regions; but a town may lie in a region of its country, and a school in a town.
    private static bool PlacesMeet(SubjectPlace one, SubjectPlace other) =>
        one.Id == other.Id
        || (!Differ(one.Country, other.Country)
            && (one.Precision != other.Precision || one.Precision == PlacePrecision.Country
                || string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase)));

    private static bool Differ(string? country, string? other) => country is not null && other is not null && country != other;
}
