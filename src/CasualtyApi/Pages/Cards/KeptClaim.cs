using Microsoft.AspNetCore.Components;

namespace CasualtyApi.Pages.Cards;

/// <summary>What the card of a claim says only where it is kept.</summary>
/// <param name="Standing">What was decided on it, as a style knows it.</param>
/// <param name="IsCorrected">Whether a person read it otherwise than the rules did.</param>
/// <param name="Status">What was decided on it, in words.</param>
/// <param name="Past">Its changes, and how to quote it.</param>
/// <param name="Ways">Where one goes on from it.</param>
internal sealed record KeptClaim(string Standing, bool IsCorrected, RenderFragment Status, RenderFragment Past, RenderFragment Ways);
