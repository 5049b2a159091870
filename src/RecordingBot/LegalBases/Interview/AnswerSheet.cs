using System.Text.Json;
using System.Text.Json.Nodes;

namespace RecordingBot.LegalBases.Interview;

/// <summary>Reads and writes the facts of a request by their JSON path.</summary>
public static class AnswerSheet
{
    /// <summary>A copy with one fact answered.</summary>
    public static JsonObject With(JsonObject answers, string path, JsonNode? value)
    {
        var copy = answers.DeepClone().AsObject();
        var names = path.Split('.');
        var place = copy;
        foreach (var name in names[..^1])
        {
            if (place[name] is not JsonObject inner)
                place[name] = inner = [];
            place = inner;
        }
        place[names[^1]] = value?.DeepClone();
        return copy;
    }

    /// <summary>What stands at a path; null where nothing does.</summary>
    public static JsonElement? At(JsonElement request, string path)
    {
        var place = request;
        foreach (var name in path.Split('.'))
        {
            if (place.ValueKind is not JsonValueKind.Object || !place.TryGetProperty(name, out place))
                return null;
        }
        return place.ValueKind is JsonValueKind.Null ? null : place;
    }
}
