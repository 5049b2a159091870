using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace ZoomConnector.Webhooks;

/// <summary>The answer to Zoom's challenge, to be sent as JSON with exactly these two names and status 200 within 3 s (facts/zoom.md 1.3).</summary>
/// <param name="PlainToken">The challenge, unchanged.</param>
/// <param name="EncryptedToken">Its HMAC-SHA256 with the webhook secret, in lower-case hexadecimal digits.</param>
public sealed record UrlValidation(
    [property: JsonPropertyName("plainToken")] string PlainToken,
    [property: JsonPropertyName("encryptedToken")] string EncryptedToken
)
{
    /// <summary>Proves that we know the secret.</summary>
    public static UrlValidation Answer(string plainToken, Secret secret) => Answer(plainToken, Encoding.UTF8.GetBytes(secret.Reveal()));

    internal static UrlValidation Answer(string plainToken, byte[] secret) =>
        new(plainToken, Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(plainToken))));
}
