using System.Text.Json;

namespace RecordingAgent.Watching;

/// <summary>Zoom's own word on a folder: the file <c>recording.conf</c> (facts/zoom 5.3).</summary>
internal static class ZoomState
{
    public const string FileName = "recording.conf";

    private const int MaxSize = 1 << 20;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The files that Zoom says it has finished; null while it hasn't, or its word can't be understood.</summary>
    public static IReadOnlyList<string>? ReadFinished(Stream conf)
    {
        if (conf.Length > MaxSize)
            return null;
        try
        {
            using var document = JsonDocument.Parse(conf, Strict);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("items", out var items)
                && items.ValueKind == JsonValueKind.Array
                && items.GetArrayLength() > 0
                && items.EnumerateArray().All(IsFinished)
                ? [.. items.EnumerateArray().SelectMany(Names)]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsFinished(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("process", out var process)
        && process.ValueKind == JsonValueKind.Number
        && process.TryGetInt32(out var percent)
        && percent == 100;

    private static IEnumerable<string> Names(JsonElement item)
    {
        foreach (var name in new[] { "video", "audio" })
            if (
                item.TryGetProperty(name, out var file)
                && file.ValueKind == JsonValueKind.String
                && file.GetString() is { Length: > 0 } given
            )
                yield return given;
    }
}
