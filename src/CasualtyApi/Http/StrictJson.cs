using System.Text.Json;

namespace CasualtyApi.Http;

/// <summary>Reads JSON into a type, or says what is wrong with it; never half of it.</summary>
internal static class StrictJson
{
    public static (T? Value, BadRequestProblem? Problem) Read<T>(ReadOnlyMemory<byte> json, JsonWhole whole) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json.Span, ApiJson.Options) is { } value
                ? (value, null)
                : (null, new(ProblemType.WrongType, $"{whole.Name} is null where an object is wanted."));
        }
        catch (JsonException refusal)
        {
            return (null, new JsonFault(whole).Of(json, typeof(T), refusal));
        }
    }
}
