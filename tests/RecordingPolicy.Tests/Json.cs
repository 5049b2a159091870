using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;

namespace RecordingPolicy.Tests;

/// <summary>The normal lecture of rules.md, and requests that differ from it by a few fields.</summary>
internal static class Json
{
    /// <summary>The normal lecture with fields changed: <c>("purpose.text", null)</c>. A path that ends in <c>?</c> is taken out.</summary>
    public static JsonObject Lecture(params (string Path, JsonNode? Value)[] changes)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Cases", "lund-lecture-normal.json");
        var request = JsonNode.Parse(File.ReadAllText(file))!["request"]!.DeepClone().AsObject();
        foreach (var (path, value) in changes)
            Change(request, path.Split('.'), value);
        return request;
    }

    public static RequestReading Read(JsonObject request, string? pack = null) => Read(request.ToJsonString(), pack);

    public static RequestReading Read(string json, string? pack = null)
    {
        // Doubled fields reach the reader here, so that it proves to refuse them by itself too.
        using var document = JsonDocument.Parse(json);
        return RequestReader.Read(document.RootElement, ShippedPacks.Library.Packs, pack);
    }

    public static RecordingRequest Request(params (string Path, JsonNode? Value)[] changes)
    {
        var reading = Read(Lecture(changes));
        Assert.True(reading.IsReadable, string.Join("; ", reading.Errors));
        return reading.Request;
    }

    public static Decision Decide(params (string Path, JsonNode? Value)[] changes)
    {
        var request = Request(changes);
        return Decider.Decide(request, ShippedPacks.Library.Packs[request.Pack]);
    }

    private static void Change(JsonObject json, ReadOnlySpan<string> path, JsonNode? value)
    {
        while (path.Length > 1)
        {
            json = json[path[0]]!.AsObject();
            path = path[1..];
        }
        if (path[0].EndsWith('?'))
            json.Remove(path[0][..^1]);
        else
            json[path[0]] = value?.DeepClone();
    }
}
