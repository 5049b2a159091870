using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Packs;
using RecordingPolicy.Decisions;
using RecordingPolicy.Packs;

namespace RecordingBot.Decisions;

/// <summary>Makes a stored decision again, from its request and the edition of the pack that decided it.</summary>
public sealed class DecisionReplay(PackEditions editions)
{
    /// <summary>Whether the same comes out; null where the edition is not kept or can no longer be read.</summary>
    /// <param name="request">The request as stored.</param>
    /// <param name="answer">The decision as stored.</param>
    /// <param name="pack">The pack that decided.</param>
    /// <param name="edition">Its edition.</param>
    public bool? IsSame(string request, string answer, string pack, string edition)
    {
        if (editions.Find(pack, edition) is not { } known)
            return null;
        using var json = JsonDocument.Parse(request, RequestReader.JsonOptions);
        var again = Judgement.Of(json.RootElement, new Dictionary<string, PolicyPack>(StringComparer.Ordinal) { [pack] = known });
        return again.Decision is { } decision ? JsonNode.DeepEquals(Essence(DecisionJson.ToJson(decision)), Essence(answer)) : null;
    }

    private static JsonObject Essence(string answer) => Essence(JsonNode.Parse(answer)!.AsObject());

    /// <summary>
    /// What was decided, without what was said of it: a later release may say the same in better words. Findings are a set, so
    /// they are put in one order.
    /// </summary>
    private static JsonObject Essence(JsonObject decision) =>
        new()
        {
            ["outcome"] = decision["outcome"]!.DeepClone(),
            ["findings"] = new JsonArray([
                .. decision["findings"]!
                    .AsArray()
                    .Select(finding => $"{finding!["rule"]}:{finding["effect"]}:{finding["before"]}")
                    .Order(StringComparer.Ordinal)
                    .Select(finding => JsonValue.Create(finding)),
            ]),
            ["retention"] = decision["retention"]!.DeepClone(),
            ["notice"] = decision["notice"]!.DeepClone(),
        };
}
