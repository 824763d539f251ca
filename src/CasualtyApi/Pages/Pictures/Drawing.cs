using Microsoft.AspNetCore.Components;

namespace CasualtyApi.Pages.Pictures;

/// <summary>What is drawn, before it has its place on a page or alone.</summary>
/// <param name="Kind">The class of its style.</param>
/// <param name="Name">What it shows, in words.</param>
/// <param name="Height">In the units of a drawing, which is <see cref="Width"/> wide.</param>
/// <param name="Content">Its marks, whose links begin with the origin given: nothing on a page of this service.</param>
internal sealed record Drawing(string Kind, string Name, double Height, Func<string, RenderFragment> Content)
{
    /// <summary>So narrow that its letters can be read on a phone, where it is shown a third smaller.</summary>
    public const double Width = 560;
}

/// <summary>Where a picture that is kept comes from.</summary>
/// <param name="Page">The page that shows it, as the ledger stood then; from the root.</param>
/// <param name="Position">Of the ledger.</param>
/// <param name="ChangedAt">When the ledger came to that position.</param>
internal sealed record PictureSource(string Page, long Position, DateTime? ChangedAt);
