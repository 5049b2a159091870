using System.Text.Json.Nodes;

namespace RecordingBot.Tests.Decisions;

/// <summary>What a teacher says of a meeting over HTTP.</summary>
internal static class Requests
{
    /// <summary>The normal case: teaching, published in its course for the course's lifetime.</summary>
    public static JsonObject Normal(string courseId = "101") =>
        JsonNode
            .Parse(
                $$"""
                {
                  "recorder": { "role": "employee" },
                  "audience": { "groups": ["students"] },
                  "purpose": { "text": "Students repeat the derivations before the laboratory session." },
                  "necessity": { "achievableWithout": false, "justification": "The derivations are long and are not in the book." },
                  "legalBasis": { "kind": "public-interest" },
                  "contains": { "sensitive": false, "confidential": false, "private": false, "personalIdentityNumbers": false },
                  "participationOptions": { "cameraOptional": true, "microphoneOptional": true },
                  "storage": { "place": "recorder-computer" },
                  "publication": { "kind": "canvas-course", "target": "{{courseId}}" },
                  "availability": { "kind": "course-lifetime" }
                }
                """
            )!
            .AsObject();

    /// <summary>The normal case with one fact answered otherwise.</summary>
    public static JsonObject With(string field, string json)
    {
        var request = Normal();
        request[field] = JsonNode.Parse(json);
        return request;
    }
}
