namespace CasualtyApi.Extraction.Attribution;

/// <summary>What follows a reporting verb.</summary>
internal enum ComplementKind : byte
{
    None,

    /// <summary>"that 12 died", "whether", "what happened".</summary>
    That,

    /// <summary>A clause with no word before it: "said 12 had died".</summary>
    Clause,
    Quotation,

    /// <summary>A noun phrase: "confirmed the losses".</summary>
    Noun,

    /// <summary>"of heavy losses", "for talks": a preposition that the verb takes.</summary>
    Preposition,

    /// <summary>"to withdraw".</summary>
    Infinitive,

    /// <summary>"denied shelling the town".</summary>
    Gerund,
}

/// <param name="Kind">What it is.</param>
/// <param name="Unit">The unit it begins with; for a quotation the quotation itself.</param>
internal readonly record struct Complement(ComplementKind Kind, int Unit)
{
    /// <summary>A whole assertion, and not just a thing.</summary>
    public bool IsClause => Kind is ComplementKind.That or ComplementKind.Clause;
}
