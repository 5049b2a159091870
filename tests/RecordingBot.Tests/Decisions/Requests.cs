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

    /// <summary>Recording that rests on the participants' consent, for a meeting of equals; published in the course where one is given.</summary>
    public static JsonObject Consented(string? courseId = null)
    {
        var request = With("legalBasis", """{ "kind": "consent" }""");
        request["meeting"] = new JsonObject { ["kind"] = "other" };
        request["audience"] = JsonNode.Parse("""{ "groups": ["employees"], "dependent": false }""");
        request["publication"] = courseId is null
            ? JsonNode.Parse("""{ "kind": "none" }""")
            : new JsonObject { ["kind"] = "canvas-course", ["target"] = courseId };
        request["availability"] = JsonNode.Parse("""{ "kind": "for", "duration": "P30D" }""");
        return request;
    }

    /// <summary>A meeting that is no teaching, in the public interest: only its publication is agreed between those who took part.</summary>
    public static JsonObject Agreed(string courseId = "101")
    {
        var request = Consented(courseId);
        request["meeting"] = new JsonObject { ["kind"] = "research" };
        request["legalBasis"] = JsonNode.Parse("""{ "kind": "public-interest" }""");
        return request;
    }

    /// <summary>The normal case, kept in Zoom's cloud.</summary>
    public static JsonObject InCloud() => With("storage", """{ "place": "zoom-cloud", "country": "SE" }""");

    /// <summary>The normal case with one fact answered otherwise.</summary>
    public static JsonObject With(string field, string json)
    {
        var request = Normal();
        request[field] = JsonNode.Parse(json);
        return request;
    }
}
