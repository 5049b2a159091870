using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RecordingBot.Tests.Support;

/// <summary>Deliveries to the webhook's door, signed as Zoom signs them, or wrongly.</summary>
internal static class Webhooks
{
    public const string Secret = "campus-webhook-secret";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Posts a text as Zoom would.</summary>
    public static Task<Answer> DeliverAsync(this SmallCampus campus, string body, TimeSpan age = default, string secret = Secret) =>
        campus.DeliverAsync(Signed(Encoding.UTF8.GetBytes(body), campus.Now - age, secret));

    /// <summary>Posts a delivery as it is.</summary>
    public static async Task<Answer> DeliverAsync(this SmallCampus campus, HttpRequestMessage delivery)
    {
        using (delivery)
            return await Answer.OfAsync(await campus.Bot.Http.SendAsync(delivery, Ct), Ct);
    }

    /// <summary>A delivery with a right signature over its bytes.</summary>
    public static HttpRequestMessage Signed(byte[] body, DateTimeOffset sentAt, string secret = Secret)
    {
        var time = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{time}:").Concat(body).ToArray());
        var request = Unsigned(body);
        request.Headers.Add("x-zm-request-timestamp", time);
        request.Headers.Add("x-zm-signature", "v0=" + Convert.ToHexStringLower(signature));
        return request;
    }

    /// <summary>A delivery without signature.</summary>
    public static HttpRequestMessage Unsigned(byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/zoom/webhooks") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        return request;
    }
}
