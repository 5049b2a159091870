using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ZoomConnector.Webhooks;

/// <summary>Checks Zoom's signature over the raw bytes of a delivery, before anything reads them (facts/zoom.md 1.2, security.md 3.1).</summary>
public sealed class WebhookVerifier
{
    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "x-zm-signature";

    /// <summary>The header with the time of sending.</summary>
    public const string TimestampHeader = "x-zm-request-timestamp";

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(300);

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly byte[][] secrets;

    private readonly TimeProvider clock;

    /// <summary>Knows the current and, while there is one, the previous webhook secret.</summary>
    public WebhookVerifier(IOptions<ZoomOptions> options, TimeProvider clock)
        : this([options.Value.WebhookSecret, options.Value.PreviousWebhookSecret], clock) { }

    private WebhookVerifier(Secret?[] known, TimeProvider clock)
    {
        secrets = [.. known.OfType<Secret>().Where(secret => !secret.IsMissing).Select(secret => Encoding.UTF8.GetBytes(secret.Reveal()))];
        this.clock = clock;
    }

    /// <summary>The same for the chatbot's events, which its own app signs.</summary>
    public static WebhookVerifier OfChatbot(IOptions<ZoomOptions> options, TimeProvider clock) =>
        new([options.Value.Chatbot.SecretToken, options.Value.Chatbot.PreviousSecretToken], clock);

    /// <summary>Judges a delivery by its headers and its body as it came.</summary>
    public WebhookVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body) =>
        Verify(headers[SignatureHeader], headers[TimestampHeader], body);

    /// <summary>Judges a delivery by all values of its two headers and its body as it came.</summary>
    public WebhookVerdict Verify(StringValues signatures, StringValues timestamps, ReadOnlySpan<byte> body)
    {
        if (signatures is not [{ } signature] || timestamps is not [{ } timestamp])
            return new WebhookVerdict.Refused(WebhookRefusal.HeadersNotSingle);
        if (!TryReadTime(timestamp, out var sentAt))
            return new WebhookVerdict.Refused(WebhookRefusal.TimeUnreadable);

        var age = clock.GetUtcNow() - sentAt;
        if (age < -Fresh)
            return new WebhookVerdict.Refused(WebhookRefusal.FromTheFuture);
        if (age > Kept)
            return new WebhookVerdict.Refused(WebhookRefusal.TooOld);

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!TryReadSignature(signature, given))
            return new WebhookVerdict.Refused(WebhookRefusal.SignatureMalformed);

        var secret = SignedWith(given, timestamp, body);
        return secret < 0 ? new WebhookVerdict.Refused(WebhookRefusal.SignatureWrong)
            : age > Fresh ? new WebhookVerdict.Stale(secret, sentAt)
            : new WebhookVerdict.Accepted(secret, sentAt);
    }

    /// <summary>Answers Zoom's challenge with the secret that signed it (facts/zoom.md 1.3).</summary>
    /// <param name="plainToken">The challenge, from <see cref="UrlValidationEvent"/>.</param>
    /// <param name="verdict">The verdict on the delivery that brought it.</param>
    public UrlValidation Answer(string plainToken, WebhookVerdict.Accepted verdict) =>
        UrlValidation.Answer(plainToken, secrets[verdict.SecretIndex]);

    private static bool TryReadTime(string timestamp, out DateTimeOffset sentAt)
    {
        // Eleven digits reach the year 5138; a twelfth could leave the calendar.
        var readable = timestamp.Length is > 0 and <= 11;
        readable &= long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        sentAt = readable ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return readable;
    }

    private static bool TryReadSignature(string signature, Span<byte> given)
    {
        const string version = "v0=";
        return signature.Length == version.Length + (2 * given.Length)
            && signature.StartsWith(version, StringComparison.Ordinal)
            && !signature.AsSpan().ContainsAnyInRange('A', 'F')
            && Convert.FromHexString(signature.AsSpan(version.Length), given, out _, out _) == System.Buffers.OperationStatus.Done;
    }

    private int SignedWith(ReadOnlySpan<byte> given, string timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var head = Encoding.UTF8.GetBytes($"v0:{timestamp}:");
        for (var index = 0; index < secrets.Length; index++)
        {
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secrets[index]);
            hash.AppendData(head);
            hash.AppendData(body);
            hash.GetHashAndReset(right);
            if (CryptographicOperations.FixedTimeEquals(given, right))
                return index;
        }

        return -1;
    }
}
