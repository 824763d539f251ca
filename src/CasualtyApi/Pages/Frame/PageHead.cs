namespace CasualtyApi.Pages.Frame;

/// <summary>What a page is, apart from its content.</summary>
/// <param name="Title">As the browser's tab and a search engine show it.</param>
/// <param name="Description">One sentence for those who have not opened it.</param>
/// <param name="Address">Its one address, from the root: the path, and the query in its canonical spelling.</param>
/// <param name="Data">The answers of the API that hold exactly what it shows.</param>
internal sealed record PageHead(string Title, string Description, string Address, IReadOnlyList<DataCall> Data)
{
    /// <summary>The part of the room it belongs to, marked in the navigation; null for none.</summary>
    public string? Section { get; init; }
}

/// <summary>A call of the API that answers with what a page shows.</summary>
/// <param name="What">In words: "the claims".</param>
/// <param name="Address">From the root.</param>
internal sealed record DataCall(string What, string Address)
{
    /// <summary>What curl sends along; null where it only fetches.</summary>
    public string? Sent { get; init; }

    /// <summary>Where a browser is led: to the answer, or, where something has to be sent, to where that can be tried.</summary>
    public string Link { get; init; } = Address;
}
