using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>People who are called by what happened to them: displaced persons, IDPs.</summary>
internal static class DisplacedPeople
{
    public static readonly CasualtyTerm Term = new("displace", CasualtyFrame.Object, CasualtyCategory.Displaced, [], null);

    public static bool Are(NounPhrase? phrase) =>
        phrase is { Person.Singular: "displaced person" or "internally displaced person" or "displaced persons" or "internally displaced persons" or "IDP" };
}
