using System.Text.Json;
using ZoomConnector.Webhooks;

namespace ZoomConnector.Tests.Webhooks;

public sealed class UrlValidationTests
{
    [Fact]
    public void Answer_AsJson_HasExactlyZoomsTwoNames()
    {
        // The HMAC was computed with openssl: printf %s uV3xExampleToken | openssl dgst -sha256 -hmac campus-webhook-secret
        var json = JsonSerializer.Serialize(UrlValidation.Answer("uV3xExampleToken", new Secret("campus-webhook-secret")));
        Assert.Equal(
            """{"plainToken":"uV3xExampleToken","encryptedToken":"0b681d46dd2146001ccd540e93e445e775d8b3c52012a75b2ca9f61d34f8275b"}""",
            json
        );
    }
}
