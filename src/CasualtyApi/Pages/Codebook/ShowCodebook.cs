using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;

namespace CasualtyApi.Pages.Codebook;

/// <summary>Every word and every rule, where cards lead to.</summary>
internal static class ShowCodebook
{
    public static RoomPage Handle() => new(
        new("Codebook", "What every word of this service means, and every rule by which its engine reads.", "/codebook", [new("the codebook", Links.Root + "/codebook")]) { Section = "Codebook" },
        CodebookPage.Of(Ingest.Codebook.Whole));
}
