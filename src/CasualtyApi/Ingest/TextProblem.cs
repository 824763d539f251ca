using CasualtyApi.Http;

namespace CasualtyApi.Ingest;

/// <summary>What a caller is told of a text that is not read.</summary>
internal static class TextProblem
{
    public static ProblemResult? Of(TextFault? fault, int longest) => fault switch
    {
        null => null,
        TextFault.TooLong => new TooLargeProblem($"The text is longer than {longest:N0} bytes of UTF-8, the most this service reads at once."),
        TextFault.Blank => BadRequestProblem.BadValue("text", "is empty or blank."),
        TextFault.HasNul => BadRequestProblem.BadValue("text", "holds U+0000, which is no character of a text."),
        _ => BadRequestProblem.BadValue("text", "is not UTF-8."),
    };
}
