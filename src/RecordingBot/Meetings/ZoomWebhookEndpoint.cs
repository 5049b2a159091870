using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector.Webhooks;

namespace RecordingBot.Meetings;

/// <summary>
/// <c>POST /zoom/webhooks</c>: checked over the raw bytes, durable before the 2xx, worked on later (security.md 3.1).
/// Nothing is parsed before the signature holds.
/// </summary>
public static partial class ZoomWebhookEndpoint
{
    public const int LargestBody = 256 * 1024;

    public static void MapZoomWebhooks(this IEndpointRouteBuilder routes) =>
        routes.MapPost(ZoomWork.Door, ReceiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(
        HttpContext http,
        WebhookVerifier verifier,
        RegistryContext registry,
        TimeProvider clock,
        Doorbell doorbell,
        ILogger<ZoomInbox> logger
    )
    {
        var ct = http.RequestAborted;
        if (await ReadBodyAsync(http, ct) is not { } body)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);

        var verdict = verifier.Verify(http.Request.Headers, body);
        if (verdict is WebhookVerdict.Refused refused)
        {
            LogRefused(logger, refused.Reason);
            return TypedResults.Unauthorized();
        }
        if (!ZoomEvent.TryRead(body, out var read))
            return TypedResults.BadRequest();
        if (read is UrlValidationEvent validation)
            return verdict is WebhookVerdict.Accepted accepted
                ? TypedResults.Json(verifier.Answer(validation.PlainToken, accepted))
                : TypedResults.Unauthorized();

        var stored = await StoreAsync(registry, clock, body, verdict is WebhookVerdict.Stale, logger, ct);
        if (!stored)
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        await doorbell.RingAsync<ZoomInbox>(ct);
        return TypedResults.Ok();
    }

    /// <summary>The raw body; null where it is larger than allowed.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpContext http, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null; // our own limit answers 413 without dropping the connection
        if (http.Request.ContentLength > LargestBody)
            return null;
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(chunk, ct)) > 0)
        {
            if (buffer.Length + read > LargestBody)
                return null;
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    private static async Task<bool> StoreAsync(
        RegistryContext registry,
        TimeProvider clock,
        byte[] body,
        bool stale,
        ILogger logger,
        CancellationToken ct
    )
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(body));
        if (await registry.Inbox.AnyAsync(row => row.Digest == digest, ct))
            return true;
        var now = clock.GetUtcNow();
        registry.Inbox.Add(
            new()
            {
                Digest = digest,
                ReceivedAt = now,
                NextAttemptAt = now,
                Stale = stale,
                Body = body,
            }
        );
        try
        {
            await registry.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException fault)
        {
            registry.ChangeTracker.Clear();
            // The same delivery twice at once: the other one stored it.
            if (await registry.Inbox.AnyAsync(row => row.Digest == digest, ct))
                return true;
            LogNotStored(logger, fault);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "meeting: a webhook was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, WebhookRefusal reason);

    [LoggerMessage(LogLevel.Error, "meeting: a webhook could not be stored; Zoom sends it again")]
    private static partial void LogNotStored(ILogger logger, Exception fault);
}
