using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CasualtyApi.Http;

/// <summary>How this API writes and reads JSON: camelCase members, kebab-case enum values, instants of one width, nothing lenient.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The same for eyes.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true };

    /// <summary>The same settings for the framework's own writer, and so for the OpenAPI document.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = Options.PropertyNamingPolicy;
        options.Encoder = Options.Encoder;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        AddConverters(options);
    }

    public static string[] MemberNames(Type type) =>
        [.. Options.GetTypeInfo(type).Properties.Select(property => property.Name)];

    private static JsonSerializerOptions Create()
    {
        // Quotes and letters stand as themselves: answers are JSON with nosniff, never parsed as HTML.
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        AddConverters(options);
        options.MakeReadOnly();
        return options;
    }

    private static void AddConverters(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new Instant.JsonConverter());
    }
}
