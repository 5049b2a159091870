using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace Benchmarks.Policy;

/// <summary>The requests that are decided: every readable one of the policy tests' cases, and mixtures of them.</summary>
internal static class RequestSet
{
    /// <summary>The same mixtures in every run.</summary>
    private const int Seed = 20261122;

    /// <summary>The cases' requests and as many mixtures as asked for: each field from a case drawn by lot, unreadable ones left out.</summary>
    public static IReadOnlyList<RecordingRequest> Of(IReadOnlyDictionary<string, PolicyPack> packs, int mixtures)
    {
        List<RecordingRequest> requests =
        [
            .. Directory
                .EnumerateFiles(Place.Built("Cases"), "*.json")
                .Order(StringComparer.Ordinal)
                .Select(file => JsonNode.Parse(File.ReadAllText(file))!["request"]!.AsObject())
                .Select(request => Read(request, packs))
                .OfType<RecordingRequest>(),
        ];
        List<JsonObject> cases = [.. requests.Select(RequestJson.ToJson)];
        // Reproducible, so not the kind of chance that secrets need.
#pragma warning disable CA5394
        var lot = new Random(Seed);
        while (requests.Count < cases.Count + mixtures)
        {
            if (Read(new JsonObject(cases[0].Select(field => Drawn(field.Key, cases[lot.Next(cases.Count)]))), packs) is { } mixed)
                requests.Add(mixed);
        }
#pragma warning restore CA5394
        return requests;
    }

    private static KeyValuePair<string, JsonNode?> Drawn(string field, JsonObject from) => new(field, from[field]?.DeepClone());

    private static RecordingRequest? Read(JsonObject request, IReadOnlyDictionary<string, PolicyPack> packs) =>
        RequestReader.Read(JsonSerializer.SerializeToElement(request), packs).Request;
}
