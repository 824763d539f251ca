using Stored = CasualtyApi.Store.Terms;

namespace CasualtyApi.Ingest;

/// <summary>The engine's terms in the store's words. Both declare the same members in the same order, which a test holds.</summary>
internal static class Terms
{
    public static Stored.SourceKind Of(Extraction.SourceKind term) => (Stored.SourceKind)term;

    public static Stored.StatementKind Of(Extraction.StatementKind term) => (Stored.StatementKind)term;

    public static Stored.CasualtyCategory Of(Extraction.CasualtyCategory term) => (Stored.CasualtyCategory)term;

    public static Stored.CountRelation Of(Extraction.CountRelation term) => (Stored.CountRelation)term;

    public static Stored.PartyKind Of(Extraction.PartyKind term) => (Stored.PartyKind)term;

    public static Stored.PlacePrecision Of(Extraction.PlacePrecision term) => (Stored.PlacePrecision)term;

    public static Stored.ClaimScope Of(Extraction.ClaimScope term) => (Stored.ClaimScope)term;

    public static Stored.Certainty Of(Extraction.Certainty term) => (Stored.Certainty)term;
}
