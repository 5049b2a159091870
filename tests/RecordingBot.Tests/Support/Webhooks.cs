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

    /// <summary>What may be wrong with a signature.</summary>
    public static readonly string[] Forgeries =
    [
        "unsigned",
        "other secret",
        "a byte altered",
        "another time",
        "signature twice",
        "no time",
        "too old",
        "from the future",
    ];

    /// <summary>A delivery that is not Zoom's.</summary>
    /// <param name="how">One of <see cref="Forgeries"/>.</param>
    /// <param name="body">What it says.</param>
    /// <param name="now">What the campus's clock shows.</param>
    public static HttpRequestMessage Forged(string how, byte[] body, DateTimeOffset now)
    {
        var delivery = how switch
        {
            "unsigned" => Unsigned(body),
            "other secret" => Signed(body, now, "another-secret"),
            "too old" => Signed(body, now - TimeSpan.FromHours(25)),
            "from the future" => Signed(body, now + TimeSpan.FromMinutes(6)),
            _ => Signed(body, now),
        };
        switch (how)
        {
            case "a byte altered":
                var altered = body.ToArray();
                altered[^3] ^= 1;
                var headers = delivery.Headers.ToList();
                delivery = Unsigned(altered);
                headers.ForEach(header => delivery.Headers.Add(header.Key, header.Value));
                break;
            case "another time":
                delivery.Headers.Remove("x-zm-request-timestamp");
                delivery.Headers.Add("x-zm-request-timestamp", (now.ToUnixTimeSeconds() - 1).ToString(CultureInfo.InvariantCulture));
                break;
            case "signature twice":
                delivery.Headers.Add("x-zm-signature", "v0=" + new string('0', 64));
                break;
            case "no time":
                delivery.Headers.Remove("x-zm-request-timestamp");
                break;
        }
        return delivery;
    }

    /// <summary>A delivery without signature.</summary>
    public static HttpRequestMessage Unsigned(byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/zoom/webhooks") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        return request;
    }
}
