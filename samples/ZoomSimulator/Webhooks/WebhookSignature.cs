using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZoomSimulator.Webhooks;

/// <summary>Zoom's signature (facts/zoom.md 1.2), written anew here so that the product's check has an independent peer.</summary>
internal static class WebhookSignature
{
    public static string Timestamp(DateTimeOffset now) => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Of(string secret, string timestamp, string body) => "v0=" + Hmac(secret, $"v0:{timestamp}:{body}");

    public static string Hmac(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
