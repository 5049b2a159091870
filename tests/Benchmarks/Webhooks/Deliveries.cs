using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Benchmarks.Webhooks;

/// <summary>Deliveries as Zoom sends them: each somebody who joins a meeting, no two the same, signed when they are sent.</summary>
internal static class Deliveries
{
    public const string Secret = "campus-webhook-secret";

    private const string Before = """
        {"event":"meeting.participant_joined","event_ts":1798617610000,"payload":{"account_id":"campus-account","object":{"id":"81234567890","uuid":"4kFyCampus9Q==","host_id":"zoom-teacher","topic":"FYSA12, föreläsning 3","type":2,"start_time":"2026-12-30T08:00:00Z","timezone":"Europe/Stockholm","duration":90,"participant":{"user_id":"16778240","user_name":"Guest","id":"","email":"","join_time":"2026-12-30T08:01:00Z","participant_uuid":"
        """;

    private const string After = "\"}}}}";

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);

    /// <summary>The body of the delivery with this number.</summary>
    public static byte[] Body(int number) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Before}{number}{After}"));

    /// <summary>What the body is known by.</summary>
    public static string Digest(int number) => Convert.ToHexStringLower(SHA256.HashData(Body(number)));

    /// <summary>The whole request.</summary>
    public static byte[] Request(Uri address, int number)
    {
        var body = Body(number);
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"v0:{time}:")), .. body];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Key, signed));
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {body.Length}\r\nx-zm-request-timestamp: {time}\r\nx-zm-signature: v0={signature}\r\n\r\n"
        );
        return [.. Encoding.UTF8.GetBytes(head), .. body];
    }
}
