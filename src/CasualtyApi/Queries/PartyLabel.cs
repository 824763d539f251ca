using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries;

/// <summary>What a party is called where its name stands alone: two parties may bear one name and differ by their kind.</summary>
internal static class PartyLabel
{
    /// <returns>"North Korea, military"; "people", where the kind is all the name there is.</returns>
    public static string Of(string name, PartyKind kind)
    {
        var people = Kebab.Of(kind).Replace('-', ' ');
        return string.Equals(name, people, StringComparison.OrdinalIgnoreCase) ? name : $"{name}, {people}";
    }
}
