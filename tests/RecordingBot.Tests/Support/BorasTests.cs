using System.Text.Json.Nodes;
using RecordingBot.Tests.Decisions;

namespace RecordingBot.Tests.Support;

/// <summary>Tests on a campus that decides by the rules of Borås.</summary>
public abstract class BorasTests() : CampusTests("--Policy:Pack=boras")
{
    /// <summary>A lecture as the rules of Borås want it stated; kept on the recorder's computer.</summary>
    protected static JsonObject Lecture()
    {
        var request = Requests.Normal();
        request["purpose"]!["category"] = "education.lecture";
        return request;
    }

    /// <summary>The same with one fact answered otherwise.</summary>
    protected static JsonObject With(string field, string json)
    {
        var request = Lecture();
        request[field] = JsonNode.Parse(json);
        return request;
    }

    /// <summary>Something privacy-sensitive is said: kept on a share, and not published.</summary>
    protected static JsonObject Sensitive()
    {
        var request = With(
            "contains",
            """{ "sensitive": false, "confidential": false, "private": true, "personalIdentityNumbers": false }"""
        );
        request["storage"] = new JsonObject { ["place"] = "approved-system", ["name"] = "F" };
        request["publication"] = new JsonObject { ["kind"] = "none" };
        return request;
    }
}
