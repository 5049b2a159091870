using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ZoomConnector.Webhooks;

/// <summary>
/// Zoom's challenge to a webhook address (facts/zoom.md 1.3), for whoever wants to know beforehand whether an address would pass it.
/// </summary>
/// <param name="Secret">The secret token that the address should know.</param>
/// <param name="PlainToken">What it is to prove that with; from a random source.</param>
public sealed record WebhookChallenge(Secret Secret, string PlainToken)
{
    /// <summary>The challenge as Zoom sends it: signed like every event.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="now">The time of sending.</param>
    public HttpRequestMessage RequestTo(Uri address, DateTimeOffset now)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                @event = "endpoint.url_validation",
                event_ts = now.ToUnixTimeMilliseconds(),
                payload = new { plainToken = PlainToken },
            }
        );
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookVerifier.TimestampHeader, timestamp);
        request.Headers.Add(
            WebhookVerifier.SignatureHeader,
            "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret.Reveal()), signed))
        );
        return request;
    }

    /// <summary>Whether an answer's body passes.</summary>
    public bool IsPassedBy(ReadOnlySpan<byte> answer)
    {
        try
        {
            return JsonSerializer.Deserialize<UrlValidation>(answer) == UrlValidation.Answer(PlainToken, Secret);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
