using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CasualtyApi.Pages.Cards;

/// <summary>A heading as deep as the page has it.</summary>
internal static class Heading
{
    /// <param name="level">1 to 6.</param>
    /// <param name="content">What it says.</param>
    /// <param name="id">What it is named by; null where nothing names it.</param>
    public static RenderFragment Of(int level, RenderFragment content, string? id = null) => builder =>
    {
        builder.OpenElement(0, "h" + level.ToString(CultureInfo.InvariantCulture));
        if (id is not null) builder.AddAttribute(1, "id", id);
        builder.AddContent(2, content);
        builder.CloseElement();
    };
}
