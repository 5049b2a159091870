using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using RecordingBot.Hosting;
using ZoomConnector.Webhooks;

namespace RecordingBot.Meetings;

/// <summary>
/// <c>POST /zoom/webhooks</c> for the account's events, <c>POST /zoom/chat</c> for the chatbot's, each signed with its own app's secret: checked over the
/// raw bytes, durable before the 2xx, worked on later (security.md 3.1). Nothing is parsed before the signature holds.
/// </summary>
public sealed class ZoomDoors(WebhookMisses misses, InboxWriter inbox, SecurityLog security, TimeProvider clock)
{
    public const int LargestBody = 256 * 1024;

    /// <summary>Takes a delivery in, or refuses it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="verifier">Knows the secrets of the door's app.</param>
    /// <param name="isChat">It is the chatbot's door.</param>
    public async Task<IResult> ReceiveAsync(HttpContext http, WebhookVerifier verifier, bool isChat)
    {
        var door = isChat ? "POST " + ZoomWork.ChatDoor : "POST " + ZoomWork.Door;
        if (misses.IsStopped(http, out var wait))
        {
            security.TurnedAway(door, tell: misses.IsToBeTold(http));
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.Value.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        }
        if (await ReadBodyAsync(http) is not { } body)
        {
            misses.Note(http);
            return Refuse(StatusCodes.Status413PayloadTooLarge, "BodyTooLarge");
        }

        var verdict = verifier.Verify(http.Request.Headers, body);
        if (verdict is WebhookVerdict.Refused refused)
        {
            misses.Note(http);
            return Refuse(StatusCodes.Status401Unauthorized, refused.Reason.ToString());
        }
        if (!ZoomEvent.TryRead(body, out var read))
            return Refuse(StatusCodes.Status400BadRequest, "BodyUnreadable");
        if (read is UrlValidationEvent validation)
            return verdict is WebhookVerdict.Accepted accepted
                ? TypedResults.Json(verifier.Answer(validation.PlainToken, accepted))
                : Refuse(StatusCodes.Status401Unauthorized, "ChallengeTooOld");

        var digest = Convert.ToHexStringLower(SHA256.HashData(body));
        return await inbox.StoreAsync(digest, body, clock.GetUtcNow(), verdict is WebhookVerdict.Stale, isChat)
            ? TypedResults.Ok()
            : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);

        IResult Refuse(int status, string reason)
        {
            security.Refused(door, reason);
            return TypedResults.StatusCode(status);
        }
    }

    /// <summary>The raw body; null where it is larger than allowed.</summary>
    private static async ValueTask<byte[]?> ReadBodyAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null; // our own limit answers 413 without dropping the connection
        if (http.Request.ContentLength > LargestBody)
            return null;
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.IsCompleted || read.Buffer.Length > LargestBody)
            {
                var body = read.Buffer.Length > LargestBody ? null : read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
