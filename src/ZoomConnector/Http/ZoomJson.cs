using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZoomConnector.Http;

/// <summary>How Zoom's JSON is written, with the limits for input from outside (security.md 2).</summary>
internal static class ZoomJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            PropertyNameCaseInsensitive = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 32,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
        };
}
