using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanvasConnector.Json;

/// <summary>How Canvas's JSON is read: bounded, no doubled keys, unknown keys ignored, required ones demanded.</summary>
internal static class CanvasJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 32,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}
