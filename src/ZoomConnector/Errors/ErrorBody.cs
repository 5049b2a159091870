using System.Text.Json;

namespace ZoomConnector.Errors;

/// <summary>Zoom's <c>{"code","message"}</c>; both null when the body is something else.</summary>
internal readonly record struct ErrorBody(int? Code, string? Message)
{
    public static ErrorBody Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object ? new ErrorBody(CodeOf(root), MessageOf(root)) : default;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return default; // a proxy's HTML, or nothing: the status has to do
        }
    }

    private static int? CodeOf(JsonElement root) =>
        root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)
            ? number
            : null;

    private static string? MessageOf(JsonElement root) =>
        root.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString() : null;
}
