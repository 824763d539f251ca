using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>How who claims stands to whom it happened to, and to who did it.</summary>
internal static class Stances
{
    /// <param name="voices">The claimants, each with those it speaks for.</param>
    /// <param name="party">Whom it happened to.</param>
    /// <param name="blamed">Who did it, where the words say so.</param>
    public static Stance Of(IReadOnlyList<Source> voices, Party party, Party? blamed) =>
        voices.Any(voice => SpeaksFor(voice, party)) ? Stance.Own
        : blamed is not null && voices.Any(voice => SpeaksFor(voice, blamed)) ? Stance.Accused
        : Stance.Other;

    // A state's organs speak for its soldiers and police. Its people are no organ of it, and neither are fighters on its
    // soil; and a country that is another's makes nobody an opponent.
    private static bool SpeaksFor(Source voice, Party party) =>
        (voice.NameFolded == party.NameFolded && (voice.Kind != SourceKind.Government || party.Kind is PartyKind.Military or PartyKind.Police or PartyKind.ArmedGroup))
        || (voice.Kind is SourceKind.Government or SourceKind.Military && party.Kind is PartyKind.Military or PartyKind.Police
            && voice.Country is not null && voice.Country == party.Country);
}
