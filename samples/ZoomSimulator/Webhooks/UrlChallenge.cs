using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZoomSimulator.Webhooks;

/// <summary>Judges the answer to <c>endpoint.url_validation</c>: exactly the two names, the token and its HMAC (facts/zoom.md 1.3).</summary>
internal static class UrlChallenge
{
    public static bool IsAnswered(string answer, string token, string secret)
    {
        var expected = new JsonObject { ["plainToken"] = token, ["encryptedToken"] = WebhookSignature.Hmac(secret, token) };
        try
        {
            return JsonNode.DeepEquals(expected, JsonNode.Parse(answer));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
